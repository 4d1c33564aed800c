using System.Text.Json.Nodes;
using OrgLens.Functions.Tests.Hub;

namespace OrgLens.Functions.Tests.Template;

/// <summary>Who may do what, judged by a simulator of AWS's policy evaluation that knows conditions and that nobody here has written.</summary>
public sealed class PolicyMatrixTests
{
    private static readonly string s_matrix = Path.Combine(Stacks.Policies, "matrix.json");

    private static readonly JsonArray s_rows = JsonNode.Parse(File.ReadAllText(s_matrix))!["rows"]!.AsArray();

    private static readonly Lazy<JsonArray> s_verdicts = new(Judge);

    public static TheoryData<string, bool> Rows
    {
        get
        {
            var rows = new TheoryData<string, bool>();
            foreach (var row in s_rows)
            {
                rows.Add((string)row!["why"]!, (bool)row["may"]!);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Is_allowed_or_refused_as_it_should_be(string why, bool may)
    {
        var verdict = s_verdicts.Value.Single(each => (string?)each!["row"] == why)!;

        Assert.True((string?)verdict["verdict"] is "Allowed" or "ImplicitlyDenied" or "ExplicitlyDenied", verdict.ToJsonString());
        Assert.Equal(may, (string?)verdict["verdict"] == "Allowed");
    }

    private static JsonArray Judge()
    {
        Assert.NotEmpty(Stacks.Resources);
        var environment = new Dictionary<string, string> { ["POLICY_SIMULATOR"] = Repository.File("artifacts", "policy-simulator") };
        return JsonNode.Parse(Stacks.Run("node", environment, Path.Combine(Stacks.Policies, "simulate.mjs"), Stacks.File, s_matrix))!.AsArray();
    }
}
