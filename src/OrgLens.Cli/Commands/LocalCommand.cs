using System.CommandLine;
using OrgLens.Cli.Hub;
using OrgLens.Cli.Output;
using OrgLens.Local;
using OrgLens.Local.Simulation;

namespace OrgLens.Cli.Commands;

/// <summary><c>orglens local</c>: runs the local cloud until it is interrupted; <c>orglens local env</c> says how to reach it.</summary>
internal static class LocalCommand
{
    public static Command Create(Func<ParseResult, CommandContext> context)
    {
        var port = new Option<int>("--port") { Description = "The port of the endpoint; 0 takes a free one.", HelpName = "number", DefaultValueFactory = _ => LocalCloudOptions.DefaultPort, Recursive = true };
        var state = new Option<string>("--state") { Description = "The folder of database, logs and the ready file.", HelpName = "folder", DefaultValueFactory = _ => LocalCloudOptions.DefaultStateFolder, Recursive = true };
        var functions = new Option<string>("--functions") { Description = "The published functions executable.", HelpName = "file" };
        var template = new Option<string>("--template") { Description = "The template that describes the functions.", HelpName = "file" };
        var accounts = OptionValues.WholeNumber("--accounts", "How many accounts the simulated organization has; 0 does without it.", minimum: 0, usual: 12);
        var seed = new Option<ulong>("--seed") { Description = "Another number gives another organization.", HelpName = "number", DefaultValueFactory = _ => 1 };
        var today = OptionValues.Date("--today", "The day that it is in the organization, from its first second on and until it is told otherwise; else the world's.");
        var env = new Command("env", "Print export lines for a shell; fails as long as the local cloud is not ready.");
        env.SetAction(parsed => PrintEnvironment(context(parsed), parsed.GetRequiredValue(state), parsed.GetResult(port) is { Implicit: false } ? parsed.GetValue(port) : null));
        var command = new Command("local", "Run the local cloud until Ctrl-C.") { port, state, functions, template, accounts, seed, today, env };
        command.SetAction((parsed, cancellationToken) =>
        {
            var options = new LocalCloudOptions
            {
                Port = parsed.GetValue(port),
                StateFolder = parsed.GetRequiredValue(state),
                Functions = Deliverables.Find(parsed.GetValue(functions), parsed.GetValue(template)),
                Simulation = Simulation(parsed.GetValue(accounts) ?? 0, parsed.GetValue(seed), parsed.GetValue(today)),
            };
            return RunAsync(context(parsed), options, cancellationToken);
        });
        return command;
    }

    /// <summary>Waits until the process is interrupted, which is how a local cloud is meant to end.</summary>
    public static async Task WaitForInterruptAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static SimulationOptions? Simulation(int accounts, ulong seed, DateOnly? today)
    {
        // What is there on the first day was made before it: the organization has some weeks behind it.
        var start = (today ?? DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)).AddDays(-30);
        return accounts == 0 ? null : new SimulationOptions(new SimulationPlan { Accounts = accounts, Days = 1, Start = start, Seed = seed })
        {
            Now = today is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : null,
        };
    }

    private static async Task<int> RunAsync(CommandContext context, LocalCloudOptions options, CancellationToken cancellationToken)
    {
        await using var cloud = await LocalCloud.StartAsync(options, new LineProgress(context.Terminal.Error), cancellationToken);
        var isUsual = options is { StateFolder: LocalCloudOptions.DefaultStateFolder };
        await context.Terminal.Error.WriteLineAsync($"In another shell: eval \"$(orglens local env{(isUsual ? "" : $" --state '{options.StateFolder}'")})\". Ctrl-C stops it.");
        await WaitForInterruptAsync(cancellationToken);
        await context.Terminal.Error.WriteLineAsync("Stopping");
        return ExitCode.Fine;
    }

    private static int PrintEnvironment(CommandContext context, string state, int? port)
    {
        var environment = LocalCloudState.ReadEnvironment(state);
        if (port is { } wanted && new Uri(environment["AWS_ENDPOINT_URL"]).Port != wanted)
        {
            throw new CommandException($"The local cloud of '{state}' is not on port {wanted}", environment["AWS_ENDPOINT_URL"], "leave --port out, or give the --state of the one you mean");
        }

        ExportLines.Write(context, environment);
        return ExitCode.Fine;
    }
}
