using System.Text;
using System.Text.Json;

namespace OrgLens.Cli.Tests.Commands;

/// <summary>The demonstration itself: real database, real emulator, and the published functions executable (<c>make build</c>).</summary>
public sealed class DemoCommandTests
{
    [Fact]
    public async Task The_demonstration_loads_what_is_honest_and_says_what_is_not()
    {
        using var terminal = new RecordingTerminal();

        var exitCode = await terminal.RunAsync("demo", "--once", "--output", "json");

        Assert.True(exitCode == ExitCode.Fine, terminal.Error);
        var answers = Answers(terminal.Output);
        var accounts = answers[0].EnumerateArray().Select(row => row.GetProperty("account_id").GetString()).ToList();
        Assert.Equal(14, accounts.Count);
        Assert.Contains("111122223333", accounts);
        Assert.DoesNotContain("999988887777", accounts);
        Assert.NotEmpty(answers[1].EnumerateArray());
        Assert.NotEmpty(answers[2].EnumerateArray());
        // The accounts that are not trusted yet may not look at everything, and their documents say so.
        Assert.Contains(answers[3].EnumerateArray(), row => row.GetProperty("status").GetString() == "denied_iam");
        var rejected = answers[4].EnumerateArray().ToDictionary(row => row.GetProperty("key").GetString()!, row => row.GetProperty("reason").GetString());
        Assert.Equal(2, rejected.Count);
        Assert.Equal("account_mismatch", rejected["data/999988887777/ap-southeast-1/2026-11-20_DAILY.json"]);
        // Products, assets, dashboards and authors, from the trail.
        Assert.All(answers[5..9], answer => Assert.NotEmpty(answer.EnumerateArray()));
        Assert.Equal(19, answers[^1][0].GetProperty("documents").GetInt32());
        Assert.True(answers[^1][0].GetProperty("rows").GetInt32() > 5_000);
        var page = terminal.Error.Split('\n').Select(line => line.Trim()).Single(line => line.StartsWith("Its dashboards", StringComparison.Ordinal)).Split(": ", 2)[1];
        Assert.Contains("payments-staging", await File.ReadAllTextAsync(page), StringComparison.Ordinal);
    }

    private static List<JsonElement> Answers(string output)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(output), new JsonReaderOptions { AllowMultipleValues = true });
        var answers = new List<JsonElement>();
        while (reader.Read())
        {
            answers.Add(JsonElement.ParseValue(ref reader));
        }

        return answers;
    }
}
