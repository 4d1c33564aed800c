using System.CommandLine;
using OrgLens.Cli.Deploy;
using OrgLens.Cli.Output;
using OrgLens.Deployment;

namespace OrgLens.Cli.Commands;

/// <summary><c>orglens deploy</c>: the hub, and spokes in every account of the organization.</summary>
internal static class DeployCommand
{
    public static Command Create(Func<ParseResult, CommandContext> context)
    {
        var hubStack = new Option<string>("--hub-stack") { Description = "Name of the hub's stack.", HelpName = "name", DefaultValueFactory = _ => "orglens", Recursive = true };
        var profile = new Option<string>("--profile") { Description = "A profile of the AWS configuration for the hub account; without it, the SDK's usual credentials.", HelpName = "name", Recursive = true };
        var management = new Option<string>("--management-profile") { Description = "A profile for the management account, which StackSets leave out; without it, it gets no spoke.", HelpName = "name", Recursive = true };
        var units = OptionValues.List("--ou", "Organizational units to serve; without it, the whole organization.", "ou-…,…");
        var regions = OptionValues.List("--regions", "Regions whose Service Catalog events are wanted besides the hub's.", "region,…");
        var parameters = OptionValues.Settings("--parameter", "Parameters of serverless.template (hub) or cloudformation/spoke.yaml (plan, spokes): CustomerName, Category …");
        var package = new Option<string>("--package") { Description = "The functions' zip, as `make package` leaves it.", HelpName = "file", DefaultValueFactory = _ => "artifacts/package/functions.zip", Recursive = true };
        units.Recursive = regions.Recursive = parameters.Recursive = true;
        parameters.Validators.Add(result =>
        {
            if ((result.GetValueOrDefault<string[]>() ?? []).FirstOrDefault(each => each.IndexOf('=', StringComparison.Ordinal) < 1) is { } wrong)
            {
                result.AddError($"'{wrong}' for --parameter is not of the form Name=Value");
            }
        });

        Command Sub(string name, string description, Func<CommandContext, DeploymentSession, DeployOptions, CancellationToken, Task<int>> run)
        {
            var command = new Command(name, description);
            command.SetAction(async (parsed, cancellationToken) =>
            {
                var cli = context(parsed);
                var options = new DeployOptions(parsed.GetRequiredValue(hubStack), parsed.GetValue(profile), parsed.GetValue(management), parsed.GetRequiredValue(package))
                {
                    OrganizationalUnits = parsed.GetValue(units) ?? [],
                    Regions = parsed.GetValue(regions) ?? [],
                    Parameters = (parsed.GetValue(parameters) ?? []).Select(each => each.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal),
                };
                using var session = await DeploymentSession.OpenAsync(cli, options, cancellationToken);
                return await run(cli, session, options, cancellationToken);
            });
            return command;
        }

        return new Command("deploy", "Deploy the hub, and spokes into every account by StackSets.")
        {
            hubStack, profile, management, units, regions, parameters, package,
            Sub("plan", "Show what would be made or brought up to date; change nothing.", PlanAsync),
            Sub("hub", "Make the hub in the account and Region in use, or bring it up to date.", async (cli, session, options, token) =>
                await RunAsync(cli, await session.HubStepsAsync(options.Parameters, token), token)),
            Sub("spokes", "Make the spokes of every account, or bring them up to date.", async (cli, session, _, token) =>
                await NoteAsync(cli, session, await RunAsync(cli, await session.SpokeStepsAsync(token), token))),
            Sub("status", "Show the stacks of the hub and of every account.", StatusAsync),
            Sub("env", "Print export lines for a shell, by which the other commands find the hub.", (cli, session, _, _) =>
            {
                ExportLines.Write(cli, HubEnvironment.Of(session.RequiredHub()));
                return Task.FromResult(ExitCode.Fine);
            }),
            Sub("remove", "Remove the spokes of every account. The hub and its data stay.", async (cli, session, _, token) =>
                await NoteAsync(cli, session, await RunAsync(cli, await session.RemovalAsync(token), token))),
        };
    }

    private static async Task<int> PlanAsync(CommandContext context, DeploymentSession session, DeployOptions options, CancellationToken cancellationToken)
    {
        var steps = (await session.HubStepsAsync(new Dictionary<string, string>(), cancellationToken)).ToList();
        if (session.Hub is not null)
        {
            // Both begin with the bucket of the hub's Region and the code in it.
            steps.AddRange((await session.SpokeStepsAsync(cancellationToken)).Where(step => !steps.Any(each => each.Kind == step.Kind && each.Name == step.Name && each.Where == step.Where)));
        }

        context.Renderer.Render(new ResultTable(
            [new("does"), new("what"), new("name"), new("where")],
            [.. steps.Select(step => (IReadOnlyList<string?>)[step.Kind == "run" ? "start" : step.IsThere ? "update" : "create", step.Kind, step.Name, step.Where])]));
        if (session.Hub is null)
        {
            await context.Terminal.Error.WriteLineAsync($"orglens: the spokes are planned when the hub's stack {options.HubStack} is there.");
            return ExitCode.Fine;
        }

        return await NoteAsync(context, session, ExitCode.Fine);
    }

    private static async Task<int> RunAsync(CommandContext context, IReadOnlyList<DeploymentStep> steps, CancellationToken cancellationToken)
    {
        var rows = new List<IReadOnlyList<string?>>();
        foreach (var step in steps)
        {
            var change = await context.Stages.RunAsync($"{step.Kind} {step.Name} ({step.Where})", 1, _ => step.RunAsync(cancellationToken));
            rows.Add([$"{change}".ToLowerInvariant(), step.Kind, step.Name, step.Where]);
        }

        context.Renderer.Render(new ResultTable([new("did"), new("what"), new("name"), new("where")], rows));
        return ExitCode.Fine;
    }

    private static async Task<int> StatusAsync(CommandContext context, DeploymentSession session, DeployOptions options, CancellationToken cancellationToken)
    {
        var hub = session.RequiredHub();
        var sets = await session.StatusAsync(cancellationToken);
        context.Renderer.Render(new ResultTable(
            [new("name"), new("account"), new("region"), new("status"), new("reason")],
            [
                [hub.Name, session.Organization.AccountId, hub.Outputs.GetValueOrDefault("Region"), hub.Status, null],
                .. sets.SelectMany(set => set.Value is null
                    ? [(IReadOnlyList<string?>)[set.Key, null, null, "ABSENT", null]]
                    : set.Value.OrderBy(each => each.AccountId, StringComparer.Ordinal).ThenBy(each => each.Region, StringComparer.Ordinal)
                        .Select(each => (IReadOnlyList<string?>)[set.Key, each.AccountId, each.Region, each.Status, each.Reason])),
            ]));
        return hub.IsWell && sets.Values.All(set => set is not null && set.All(each => each.IsWell)) ? ExitCode.Fine : ExitCode.PartlyDone;
    }

    private static async Task<int> NoteAsync(CommandContext context, DeploymentSession session, int code)
    {
        if (session.LeavesManagementOut)
        {
            await context.Terminal.Error.WriteLineAsync(
                $"orglens: StackSets leave out the management account {session.Organization.ManagementAccountId}: name a profile of it with --management-profile to serve it, too.");
        }

        return code;
    }
}
