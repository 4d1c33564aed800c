using System.CommandLine;
using OrgLens.Cli.Deploy;
using OrgLens.Cli.Output;
using OrgLens.Deployment;

namespace OrgLens.Cli.Commands;

/// <summary><c>orglens deploy</c>: spokes in every account of the organization, once the hub is there.</summary>
internal static class DeployCommand
{
    public static Command Create(Func<ParseResult, CommandContext> context)
    {
        var hubStack = new Option<string>("--hub-stack") { Description = "Name of the hub's stack.", HelpName = "name", DefaultValueFactory = _ => "orglens", Recursive = true };
        var profile = new Option<string>("--profile") { Description = "A profile of the AWS configuration for the hub account; without it, the SDK's usual credentials.", HelpName = "name", Recursive = true };
        var management = new Option<string>("--management-profile") { Description = "A profile for the management account, which StackSets leave out; without it, it gets no spoke.", HelpName = "name", Recursive = true };
        var units = OptionValues.List("--ou", "Organizational units to serve; without it, the whole organization.", "ou-…,…");
        var regions = OptionValues.List("--regions", "Regions whose Service Catalog events are wanted besides the hub's.", "region,…");
        var parameters = OptionValues.List("--parameter", "A parameter of cloudformation/spoke.yaml: CustomerName, Category, CollectContacts …", "Name=Value,…");
        var package = new Option<string>("--package") { Description = "The functions' zip, as `make package` leaves it.", HelpName = "file", DefaultValueFactory = _ => "artifacts/package/functions.zip", Recursive = true };
        units.Recursive = regions.Recursive = parameters.Recursive = true;
        parameters.Validators.Add(result =>
        {
            if ((result.GetValueOrDefault<string[]>() ?? []).FirstOrDefault(each => each.IndexOf('=', StringComparison.Ordinal) < 1) is { } wrong)
            {
                result.AddError($"'{wrong}' for --parameter is not of the form Name=Value");
            }
        });

        Command Sub(string name, string description, Func<CommandContext, DeploymentSession, CancellationToken, Task<int>> run)
        {
            var command = new Command(name, description);
            command.SetAction(async (parsed, cancellationToken) =>
            {
                var cli = context(parsed);
                var spokes = new SpokeOptions
                {
                    OrganizationalUnits = parsed.GetValue(units) ?? [],
                    Regions = parsed.GetValue(regions) ?? [],
                    Parameters = (parsed.GetValue(parameters) ?? []).Select(each => each.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal),
                };
                var options = new DeployOptions(
                    parsed.GetRequiredValue(hubStack), parsed.GetValue(profile), parsed.GetValue(management), parsed.GetRequiredValue(package), spokes);
                using var session = await DeploymentSession.OpenAsync(cli, options, cancellationToken);
                return await run(cli, session, cancellationToken);
            });
            return command;
        }

        return new Command("deploy", "Deploy spokes into every account, by StackSets.")
        {
            hubStack, profile, management, units, regions, parameters, package,
            Sub("plan", "Show what would be made or brought up to date; change nothing.", PlanAsync),
            Sub("spokes", "Make the spokes, or bring them up to date.", async (cli, session, token) => await RunAsync(cli, session, await session.StepsAsync(token), token)),
            Sub("status", "Show the stacks of every account.", StatusAsync),
            Sub("remove", "Remove the spokes of every account. The hub and its data stay.", async (cli, session, token) =>
                await RunAsync(cli, session, await session.Plan.RemovalAsync(session.Calls, TimeProvider.System, token), token)),
        };
    }

    private static async Task<int> PlanAsync(CommandContext context, DeploymentSession session, CancellationToken cancellationToken)
    {
        var steps = await session.StepsAsync(cancellationToken);
        context.Renderer.Render(new ResultTable(
            [new("does"), new("what"), new("name"), new("where")],
            [.. steps.Select(step => (IReadOnlyList<string?>)[step.IsThere ? "update" : "create", step.Kind, step.Name, step.Where])]));
        await NoteManagementAsync(context, session);
        return ExitCode.Fine;
    }

    private static async Task<int> RunAsync(CommandContext context, DeploymentSession session, IReadOnlyList<DeploymentStep> steps, CancellationToken cancellationToken)
    {
        var rows = new List<IReadOnlyList<string?>>();
        foreach (var step in steps)
        {
            var change = await context.Stages.RunAsync($"{step.Kind} {step.Name} ({step.Where})", 1, _ => step.RunAsync(cancellationToken));
            rows.Add([$"{change}".ToLowerInvariant(), step.Kind, step.Name, step.Where]);
        }

        context.Renderer.Render(new ResultTable([new("did"), new("what"), new("name"), new("where")], rows));
        await NoteManagementAsync(context, session);
        return ExitCode.Fine;
    }

    private static async Task<int> StatusAsync(CommandContext context, DeploymentSession session, CancellationToken cancellationToken)
    {
        var sets = await session.Plan.StatusAsync(session.Calls, TimeProvider.System, cancellationToken);
        context.Renderer.Render(new ResultTable(
            [new("stackset"), new("account"), new("region"), new("status"), new("reason")],
            [
                .. sets.SelectMany(set => set.Value is null
                    ? [(IReadOnlyList<string?>)[set.Key, null, null, "ABSENT", null]]
                    : set.Value.OrderBy(each => each.AccountId, StringComparer.Ordinal).ThenBy(each => each.Region, StringComparer.Ordinal)
                        .Select(each => (IReadOnlyList<string?>)[set.Key, each.AccountId, each.Region, each.Status, each.Reason])),
            ]));
        return sets.Values.All(set => set is not null && set.All(each => each.IsWell)) ? ExitCode.Fine : ExitCode.PartlyDone;
    }

    private static async Task NoteManagementAsync(CommandContext context, DeploymentSession session)
    {
        if (!session.HasManagement)
        {
            await context.Terminal.Error.WriteLineAsync(
                $"orglens: StackSets leave out the management account {session.Organization.ManagementAccountId}: name a profile of it with --management-profile to serve it, too.");
        }
    }
}
