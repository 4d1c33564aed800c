using System.Text.Json;

namespace OrgLens.Cli.Tests.Commands;

public sealed class ReplayCommandTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>, IDisposable
{
    private readonly RecordingTerminal _terminal = new() { Environment = fixture.Environment };
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("replay");

    public void Dispose()
    {
        _terminal.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Starts_a_replay_of_the_bus_s_archive_and_tells_how_it_ended()
    {
        var exitCode = await _terminal.RunAsync("replay", "--from", "2026-01-01", "--to", "2026-03-31T12:00Z", "--output", "json");

        Assert.True(exitCode == ExitCode.Fine, _terminal.Error);
        var row = JsonDocument.Parse(_terminal.Output).RootElement[0];
        Assert.StartsWith("orglens-", row.GetProperty("replay").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            ("2026-01-01T00:00:00Z", "2026-03-31T12:00:00Z", "COMPLETED"),
            (row.GetProperty("from").GetString(), row.GetProperty("to").GetString(), row.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task Reads_the_trail_files_of_its_days_and_changes_nothing_a_second_time()
    {
        const string versions = "select product_key, xmin::text from service_catalog_products order by 1";
        await RunAsync("simulate", "--accounts", "4", "--days", "1", "--start", "2026-02-28", "--trail-days", "30", "--out", _folder.FullName);

        await RunAsync("replay", "--from", "2026-02-10", "--to", "2026-03-01", "--trail", _folder.FullName);
        var (events, before) = (await AskAsync("select min(event_time)::date::text as first, count(*) as n from service_catalog_events"), await AskAsync(versions));
        await RunAsync("replay", "--from", "2026-02-10", "--to", "2026-03-01", "--trail", _folder.FullName);

        Assert.InRange(events[0].GetProperty("first").GetString()!, "2026-02-10", "2026-02-28");
        Assert.NotEmpty(before.EnumerateArray());
        Assert.Equal(before.GetRawText(), (await AskAsync(versions)).GetRawText());
    }

    [Fact]
    public async Task A_time_that_ends_before_it_begins_is_wrong_usage()
    {
        Assert.Equal(ExitCode.WrongUsage, await _terminal.RunAsync("replay", "--from", "2026-02-01", "--to", "2026-01-01"));
        Assert.Contains("2026-02-01T00:00:00Z is not before", _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bus_that_is_not_there_is_one_line()
    {
        Assert.Equal(ExitCode.Failed, await _terminal.RunAsync("replay", "--from", "2026-01-01", "--bus", "no-such-bus"));
        Assert.Matches(@"\Aorglens: [^\n]+\n\z", _terminal.Error);
    }

    private async Task<JsonElement> AskAsync(string question) => JsonDocument.Parse(await RunAsync("query", question, "--output", "json")).RootElement;

    private async Task<string> RunAsync(params string[] arguments)
    {
        using var terminal = new RecordingTerminal { Environment = fixture.Environment };
        Assert.True(await terminal.RunAsync(arguments) == ExitCode.Fine, terminal.Error);
        return terminal.Output;
    }
}
