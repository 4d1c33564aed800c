using System.CommandLine;
using System.Globalization;
using OrgLens.Audit.Replay;
using OrgLens.Cli.Hub;
using OrgLens.Cli.Output;

namespace OrgLens.Cli.Commands;

/// <summary><c>orglens replay</c>: has the events of a time come once more, from the archive of the audit's bus.</summary>
internal static class ReplayCommand
{
    public static Command Create(Func<ParseResult, CommandContext> context)
    {
        var from = OptionValues.Instant("--from", "Where the time begins.");
        var to = OptionValues.Instant("--to", "Where it ends; without it, now.");
        var bus = new Option<string>("--bus") { Description = "Name or ARN of the bus; without it, the bus of your hub (AUDIT_BUS).", HelpName = "name" };
        from.Required = true;
        var command = new Command("replay", "Send archived events of the audit again; what was applied before stays as it is.") { from, to, bus };
        command.SetAction((parsed, cancellationToken) =>
        {
            var cli = context(parsed);
            var window = new ReplayWindow(parsed.GetValue(from)!.Value, parsed.GetValue(to) ?? TimeProvider.System.GetUtcNow());
            return window.From < window.To
                ? RunAsync(cli, parsed.GetValue(bus) ?? cli.Required("AUDIT_BUS"), window, cancellationToken)
                : throw new CommandException($"--from {Text(window.From)} is not before --to {Text(window.To)}", ExitCode.WrongUsage);
        });
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string bus, ReplayWindow window, CancellationToken cancellationToken)
    {
        using var clients = new CollectClients(context, null);
        var replay = new ArchiveReplay(clients.Calls, TimeProvider.System);
        var result = await context.Stages.RunAsync("Replay", 1, progress => replay.RunAsync(bus, clients.Region, window, progress, cancellationToken));
        context.Renderer.Render(new ResultTable(
            [new("replay"), new("archive"), new("from"), new("to"), new("state"), new("reason")],
            [[result.Name, result.Archive, Text(window.From), Text(window.To), result.State, result.Reason]]));
        return result.IsComplete ? ExitCode.Fine : ExitCode.Failed;
    }

    private static string Text(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
