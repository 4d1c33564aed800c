using System.Text.Json.Nodes;

namespace OrgLens.Cli.Tests.Commands;

public sealed class ChangesCommandTests(ChangesFixture fixture) : IClassFixture<ChangesFixture>, IDisposable
{
    private readonly RecordingTerminal _terminal = new() { Environment = fixture.Environment };

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Says_what_changed_since_yesterday_the_newest_first()
    {
        var rows = await AskAsync();
        Assert.Equal(
            ["today kms_keys key-1 changed key_state: Enabled → Disabled", "today kms_keys key-3 appeared", "yesterday kms_keys key-2 disappeared"],
            rows.Where(row => row["account"]!.ToString() == ChangesFixture.Account).Select(row => fixture.Describe(row!)));
        Assert.Equal(rows.Select(row => row["at"]!.ToString()).OrderDescending(), rows.Select(row => row["at"]!.ToString()));
        Assert.Contains(rows, row => row["document"]!.ToString() == $"data/{ChangesFixture.Account}/eu-west-1/{fixture.Today:yyyy-MM-dd}_DAILY.json" && row["account_name"]!.ToString() == "shop");
    }

    [Theory]
    [InlineData("--kind appeared", "key-3")]
    [InlineData("--kind disappeared --table kms_keys", "key-2")]
    [InlineData("--table findings", "")]
    [InlineData("--account 444455556666", "key-1")]
    [InlineData("--account shop --since 36500d --kind changed", "key-1")]
    [InlineData("--account nobody", "")]
    [InlineData("--since today --kind disappeared", "")]
    [InlineData("--since 7d --until yesterday --table kms_keys", "")]
    [InlineData("--limit 1 --kind changed --account shop", "key-1")]
    public async Task Narrows_by_time_account_table_and_kind(string options, string keys)
    {
        var rows = await AskAsync(options.Split(' '));
        Assert.Equal(keys.Split(' ', StringSplitOptions.RemoveEmptyEntries), rows.Select(row => row["key"]!.ToString()).Where(key => key.StartsWith("key-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Says_when_there_are_more_and_turns_the_pages_of_many()
    {
        var (all, few) = (await AskAsync("--since", "36500d", "--limit", "2000", "--account", "888899990000"), new RecordingTerminal { Environment = fixture.Environment });
        Assert.Equal(ChangesFixture.Many + 1, all.Count);
        Assert.Equal(all.Count, all.Select(row => row["key"]!.ToString()).Distinct().Count());
        Assert.Equal(ExitCode.Fine, await few.RunAsync("changes", "--since", "36500d", "--limit", "3", "--output", "csv"));
        Assert.Equal(4, few.Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.StartsWith("at,account,account_name,region,table,kind,key,label,column,old,new,document\r\n", few.Output, StringComparison.Ordinal);
        Assert.Contains("more than these 3 rows", few.Error, StringComparison.Ordinal);
        few.Dispose();
    }

    [Fact]
    public async Task Shows_people_a_table()
    {
        Assert.Equal(ExitCode.Fine, await _terminal.RunAsync("changes", "--account", "shop", "--kind", "changed"));
        Assert.Contains("Enabled", _terminal.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("document", _terminal.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--since soon", 2)]
    [InlineData("--kind gone", 2)]
    [InlineData("--limit 0", 2)]
    [InlineData("--since 1d --until 2d", 2)]
    public async Task Wrong_usage_is_said_in_a_line(string options, int exitCode)
    {
        Assert.Equal(exitCode, await _terminal.RunAsync(["changes", .. options.Split(' ')]));
        Assert.Matches(@"\Aorglens: [^\n]+\n\z", _terminal.Error);
    }

    private async Task<IReadOnlyList<JsonNode>> AskAsync(params string[] options)
    {
        using var terminal = new RecordingTerminal { Environment = fixture.Environment };
        Assert.True(await terminal.RunAsync(["changes", "--output", "json", .. options]) == ExitCode.Fine, terminal.Error);
        return [.. JsonNode.Parse(terminal.Output)!.AsArray().Select(row => row!)];
    }
}
