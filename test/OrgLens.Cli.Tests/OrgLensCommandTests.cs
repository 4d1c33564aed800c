namespace OrgLens.Cli.Tests;

public sealed class OrgLensCommandTests : IDisposable
{
    private readonly RecordingTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Theory]
    [InlineData("nonsense")]
    [InlineData("simulate")]
    [InlineData("simulate --out x --accounts none")]
    [InlineData("simulate --out x --accounts 0")]
    [InlineData("simulate --out x --days -1")]
    [InlineData("simulate --out x --start 31.1.2026")]
    [InlineData("simulate --out x --rows 10")]
    [InlineData("simulate --out x --output yaml")]
    [InlineData("simulate --out x --unknown")]
    [InlineData("")]
    [InlineData("db")]
    [InlineData("ingest")]
    [InlineData("ingest x --parallel 0")]
    [InlineData("trail")]
    [InlineData("trail scan")]
    [InlineData("trail scan x --from yesterday")]
    [InlineData("invoke")]
    [InlineData("replay")]
    [InlineData("replay --from yesterday")]
    [InlineData("simulate --out x --trail-days 0")]
    [InlineData("demo --keep --once")]
    [InlineData("quicksight")]
    [InlineData("quicksight export")]
    [InlineData("quicksight import theirs.qs")]
    public async Task Wrong_usage_is_one_line_that_points_at_the_help_and_exits_with_2(string line)
    {
        var exitCode = await _terminal.RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(ExitCode.WrongUsage, exitCode);
        Assert.Empty(_terminal.Output);
        Assert.Matches(@"\Aorglens: [^\n]+\(command line\): see `orglens[ a-z]* --help`\n\z", _terminal.Error);
    }

    [Fact]
    public async Task Names_the_argument_that_it_does_not_know()
    {
        await _terminal.RunAsync("simulat", "--out", "x");

        Assert.Contains("'simulat'", _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_goes_to_standard_output_and_exits_with_0()
    {
        Assert.Equal(ExitCode.Fine, await _terminal.RunAsync("--help"));
        Assert.Contains("simulate", _terminal.Output, StringComparison.Ordinal);
        Assert.Empty(_terminal.Error);
    }

    [Fact]
    public async Task A_path_that_cannot_be_written_is_one_line_and_exits_with_1()
    {
        var file = Path.GetTempFileName();
        try
        {
            Assert.Equal(ExitCode.Failed, await _terminal.RunAsync("simulate", "--accounts", "1", "--days", "1", "--out", Path.Combine(file, "below")));
            Assert.Matches(@"\Aorglens: [^\n]+\n\z", _terminal.Error);
            Assert.Empty(_terminal.Output);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("query", "select 1")]
    [InlineData("db", "status")]
    [InlineData("db", "migrate")]
    [InlineData("ingest", ".")]
    [InlineData("trail", "scan", ".")]
    [InlineData("replay", "--from", "2026-01-01")]
    [InlineData("quicksight", "status")]
    public async Task Names_the_variable_that_is_missing(params string[] arguments)
    {
        using var terminal = new RecordingTerminal { Environment = new Dictionary<string, string>() };

        Assert.Equal(ExitCode.WrongUsage, await terminal.RunAsync(arguments));
        Assert.Matches(@"\Aorglens: [A-Z_]+ is not set [^\n]+\n\z", terminal.Error);
    }

    [Fact]
    public async Task A_local_cloud_that_does_not_run_has_no_environment()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            Assert.Equal(ExitCode.Failed, await _terminal.RunAsync("local", "env", "--state", folder.FullName));
            Assert.Empty(_terminal.Output);
            Assert.Matches(@"\Aorglens: [^\n]+\n\z", _terminal.Error);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task An_interrupted_command_exits_as_shells_expect()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var exitCode = await OrgLensCommand.RunAsync(["simulate", "--out", folder.FullName], _terminal.Terminal, cancellationToken: new CancellationToken(canceled: true));

            Assert.Equal(ExitCode.Interrupted, exitCode);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
