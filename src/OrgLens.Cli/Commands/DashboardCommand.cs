using System.CommandLine;
using OrgLens.Cli.Dashboard;
using OrgLens.Cli.Hub;
using OrgLens.Dashboards;

namespace OrgLens.Cli.Commands;

/// <summary><c>orglens dashboard</c>: serves the dashboards to a browser on this machine.</summary>
internal static class DashboardCommand
{
    public const int UsualPort = 4580;

    public static Command Create(Func<ParseResult, CommandContext> context)
    {
        var port = new Option<int>("--port") { Description = "The port of the page; 0 takes a free one.", HelpName = "number", DefaultValueFactory = _ => UsualPort };
        var open = Definition();
        var command = new Command("dashboard", "Show the dashboards in a browser on this machine, until Ctrl-C.") { port, open };
        command.SetAction((parsed, cancellationToken) => RunAsync(context(parsed), parsed.GetValue(port), parsed.GetValue(open), cancellationToken));
        return command;
    }

    /// <summary>The option that names another analysis than ours.</summary>
    public static Option<string?> Definition() => new("--open") { Description = "An asset bundle of QuickSight (.qs) or a folder of definitions; without it, ours.", HelpName = "path" };

    /// <summary>What answers a page about an analysis.</summary>
    public static async Task<DashboardAnswers> AnswersAsync(CommandContext context, string? path, CancellationToken cancellationToken)
    {
        var analysis = path is null ? AnalysisJoiner.Join(DashboardFiles.Embedded()) : AnalysisBundle.Open(path);
        var database = new HubClients(context).Database();
        return new DashboardAnswers(database, analysis, await ColumnCatalog.ReadAsync(database, cancellationToken), TimeProvider.System);
    }

    private static async Task<int> RunAsync(CommandContext context, int port, string? path, CancellationToken cancellationToken)
    {
        await using var server = await DashboardServer.StartAsync(await AnswersAsync(context, path, cancellationToken), port, cancellationToken);
        await context.Terminal.Error.WriteLineAsync($"The dashboards are at {server.Address} (Ctrl-C ends them)");
        await LocalCommand.WaitForInterruptAsync(cancellationToken);
        return ExitCode.Fine;
    }
}
