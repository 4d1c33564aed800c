using System.CommandLine;
using OrgLens.Cli.Hub;
using OrgLens.Database;

namespace OrgLens.Cli.Commands;

/// <summary><c>orglens status</c>: whether accounts report, how fresh what they say is, and what was not taken.</summary>
internal static class StatusCommand
{
    private const int StateColumn = 1;

    public static Command Create(Func<ParseResult, CommandContext> context)
    {
        var command = new Command("status", "Say whether accounts report, how fresh it is and what was rejected; the exit code is 3 when something needs attention.");
        command.SetAction((parsed, cancellationToken) => RunAsync(context(parsed), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var answer = QueryResult.Of(await new HubClients(context).Database().QueryAsync(SqlFiles.Read("calls/status"), [], cancellationToken));
        context.Renderer.Render(answer);
        return answer.Rows.Any(row => row[StateColumn] == "attention") ? ExitCode.PartlyDone : ExitCode.Fine;
    }
}
