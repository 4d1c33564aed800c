using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.QuickSight;

/// <summary>
/// Lets a group use things, without taking anything from anybody: rights that others, or it, were given stay. It may read the data source
/// and the data sets and make its own of them; of the analysis, which it may change and save under another name, it is an owner.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/quicksight/latest/APIReference/API_ResourcePermission.html</remarks>
internal sealed class ReaderPermissions(QuickSightAccount account, string principal)
{
    public static readonly IReadOnlyList<string> OfDataSource = ["quicksight:DescribeDataSource", "quicksight:DescribeDataSourcePermissions", "quicksight:PassDataSource"];

    public static readonly IReadOnlyList<string> OfDataSet =
    [
        "quicksight:DescribeDataSet", "quicksight:DescribeDataSetPermissions", "quicksight:PassDataSet", "quicksight:DescribeIngestion", "quicksight:ListIngestions",
    ];

    public static readonly IReadOnlyList<string> OfAnalysis =
    [
        "quicksight:RestoreAnalysis", "quicksight:UpdateAnalysisPermissions", "quicksight:DeleteAnalysis", "quicksight:DescribeAnalysisPermissions",
        "quicksight:QueryAnalysis", "quicksight:DescribeAnalysis", "quicksight:UpdateAnalysis",
    ];

    public string Principal => principal;

    /// <summary>The list of a call that makes something.</summary>
    public JsonArray Granted(IReadOnlyList<string> actions) => new(new JsonObject { [nameof(Principal)] = principal, ["Actions"] = Texts(actions) });

    /// <summary>Gives what is missing.</summary>
    /// <returns>Whether anything was.</returns>
    public async Task<bool> GrantAsync(
        AwsOperation describe, AwsOperation update, string idMember, string id, IReadOnlyList<string> actions, CancellationToken cancellationToken)
    {
        var described = await account.CallAsync(describe, new JsonObject { [idMember] = id }, cancellationToken);
        var known = described.List("Permissions").Where(permission => permission.Text("Principal") == principal).SelectMany(permission => permission.Texts("Actions")).ToHashSet(StringComparer.Ordinal);
        if (actions.All(known.Contains))
        {
            return false;
        }

        await account.CallAsync(
            update,
            new JsonObject { [idMember] = id, ["GrantPermissions"] = new JsonArray(new JsonObject { [nameof(Principal)] = principal, ["Actions"] = Texts(known.Union(actions, StringComparer.Ordinal)) }) },
            cancellationToken);
        return true;
    }

    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
