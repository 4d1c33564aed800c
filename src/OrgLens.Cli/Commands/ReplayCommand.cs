using System.CommandLine;
using OrgLens.Audit.Replay;
using OrgLens.Cli.Hub;
using OrgLens.Cli.Output;

namespace OrgLens.Cli.Commands;

/// <summary><c>orglens replay</c>: has the events of a time come once more, from the archive of the audit's bus and from trail files.</summary>
internal static class ReplayCommand
{
    public static Command Create(Func<ParseResult, CommandContext> context)
    {
        var from = OptionValues.Instant("--from", "Where the time begins.");
        var to = OptionValues.Instant("--to", "Where it ends; without it, now.");
        var bus = new Option<string>("--bus") { Description = "Name or ARN of the bus; without it, the bus of your hub (AUDIT_BUS).", HelpName = "name" };
        var trail = new Option<string>("--trail") { Description = "Read the trail files of these days again, too: s3://bucket/prefix, or a folder.", HelpName = "s3://…" };
        from.Required = true;
        var command = new Command("replay", "Send archived events of the audit again; what was applied before stays as it is.") { from, to, bus, trail };
        command.SetAction((parsed, cancellationToken) =>
        {
            var cli = context(parsed);
            var window = new ReplayWindow(parsed.GetValue(from)!.Value, parsed.GetValue(to) ?? TimeProvider.System.GetUtcNow());
            return window.From < window.To
                ? RunAsync(cli, parsed.GetValue(bus), parsed.GetValue(trail), window, cancellationToken)
                : throw new CommandException($"--from {Moment.Text(window.From)} is not before --to {Moment.Text(window.To)}", ExitCode.WrongUsage);
        });
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string? bus, string? trail, ReplayWindow window, CancellationToken cancellationToken)
    {
        // Who names only a trail need not have a bus.
        var hasBus = trail is null || (bus ?? context.Variable("AUDIT_BUS")) is not null;
        var sent = hasBus ? await ReplayAsync(context, bus ?? context.Required("AUDIT_BUS"), window, cancellationToken) : ExitCode.Fine;
        var days = new TrailDays(DateOnly.FromDateTime(window.From.UtcDateTime), DateOnly.FromDateTime(window.To.UtcDateTime.AddTicks(-1)));
        var read = trail is null ? ExitCode.Fine : await TrailCommand.ScanAsync(context, trail, days, cancellationToken);
        return sent == ExitCode.Fine ? read : sent;
    }

    private static async Task<int> ReplayAsync(CommandContext context, string bus, ReplayWindow window, CancellationToken cancellationToken)
    {
        using var clients = new CollectClients(context, null);
        var replay = new ArchiveReplay(clients.Calls, TimeProvider.System);
        var result = await context.Stages.RunAsync("Replay", 1, progress => replay.RunAsync(bus, clients.Region, window, progress, cancellationToken));
        context.Renderer.Render(new ResultTable(
            [new("replay"), new("archive"), new("from"), new("to"), new("state"), new("reason")],
            [[result.Name, result.Archive, Moment.Text(window.From), Moment.Text(window.To), result.State, result.Reason]]));
        return result.IsComplete ? ExitCode.Fine : ExitCode.Failed;
    }
}
