using System.CommandLine;
using OrgLens.Cli.Deploy;
using OrgLens.Cli.Doctor;
using OrgLens.Cli.Hub;
using OrgLens.Database;

namespace OrgLens.Cli.Commands;

/// <summary><c>orglens status</c>: whether accounts report, how fresh what they say is, what was not taken, what waits, and what runs cost.</summary>
internal static class StatusCommand
{
    private const int StateColumn = 1;

    public static Command Create(Func<ParseResult, CommandContext> context)
    {
        var command = new Command("status", "Say who reports, how fresh it is, what was rejected, what waits in queues and what runs cost; the exit code is 3 when something needs attention.");
        command.SetAction((parsed, cancellationToken) => RunAsync(context(parsed), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var answer = QueryResult.Of(await new HubClients(context).Database().QueryAsync(SqlFiles.Read("calls/status"), [], cancellationToken));
        using var clients = new DeploymentClients(context, profile: null);
        var hub = await new HubStatus(context, clients.Calls, TimeProvider.System).FindAsync(cancellationToken);
        answer = answer with
        {
            Rows = [.. answer.Rows, .. hub.Select(finding => (IReadOnlyList<string?>)[finding.Subject, finding.IsFine ? "fine" : "attention", finding.Found, finding.Remedy])],
        };
        context.Renderer.Render(answer);
        return answer.Rows.Any(row => row[StateColumn] == "attention") ? ExitCode.PartlyDone : ExitCode.Fine;
    }
}
