using System.Diagnostics;
using System.Text.Json;
using OrgLens.Cli.Commands;
using OrgLens.Cli.Dashboard;
using OrgLens.Cli.Hub;
using OrgLens.Cli.Output;
using OrgLens.Cli.Tests.Commands;
using OrgLens.Database;

namespace OrgLens.Cli.Tests.Dashboard;

/// <summary>The page, served from a database with the samples and a small simulated organization, its snapshots and its trail.</summary>
public sealed class DashboardFixture : IAsyncLifetime
{
    private readonly DatabaseFixture _database = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("orglens-page");
    private DashboardServer _server = null!;

    public Uri Address => _server.Address;

    public IReadOnlyDictionary<string, string> Environment => _database.Environment;

    internal DataApi Master { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        await RunAsync("simulate", "--accounts", "4", "--days", "4", "--start", "2026-11-17", "--trail-days", "10", "--out", _folder.FullName);
        await RunAsync("ingest", _folder.FullName);
        await RunAsync("trail", "scan", _folder.FullName);
        foreach (var sample in Directory.EnumerateFiles(Path.Combine(Repository(), "test", "data", "snapshots"), "*.json"))
        {
            var key = Path.GetFileName(sample).Replace("__", "/", StringComparison.Ordinal);
            await RunAsync("ingest", sample, "--key", key);
        }

        var context = Context();
        Master = new HubClients(context).Database("AURORA_MASTER_SECRET_ARN");
        _server = await DashboardServer.StartAsync(await DashboardCommand.AnswersAsync(context, null, CancellationToken.None), 0, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>Lets a browser go through a scenario of <c>visit.mjs</c> and returns what it saw.</summary>
    public Task<JsonElement> VisitAsync(string scenario) => VisitAsync(Address.ToString(), scenario, Pictures());

    /// <summary>The same for a page elsewhere, such as in a file.</summary>
    public static async Task<JsonElement> VisitAsync(string address, string scenario, params string[] pictures)
    {
        var repository = Repository();
        var start = new ProcessStartInfo("node", [Path.Combine(repository, "test", "OrgLens.Cli.Tests", "Dashboard", "Browser", "visit.mjs"), address, scenario, .. pictures])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["BROWSER_TOOLS"] = Path.Combine(repository, "artifacts", "browser-tools");
        using var node = Process.Start(start)!;
        var error = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return node.ExitCode == 0 ? JsonDocument.Parse(output).RootElement : throw new InvalidOperationException(await error);
    }

    /// <summary>The one value of a statement, as its text.</summary>
    public async Task<string?> ValueAsync(string sql) =>
        QueryResult.Of(await Master.QueryAsync(sql, [], CancellationToken.None)).Rows[0][0];

    internal CommandContext Context() => new CommandContext(new Terminal(TextWriter.Null, TextWriter.Null), OutputFormat.Json).At(Environment);

    // UPDATE_IMAGES=folder keeps pictures of all sheets.
    private static string[] Pictures() => System.Environment.GetEnvironmentVariable("UPDATE_IMAGES") is { Length: > 0 } folder ? [folder] : [];

    private static string Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OrgLens.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("The tests run outside of the repository.");
    }

    private async Task RunAsync(params string[] arguments)
    {
        using var terminal = new RecordingTerminal { Environment = Environment };
        var code = await terminal.RunAsync(arguments);
        Assert.True(code == ExitCode.Fine, terminal.Error);
    }
}
