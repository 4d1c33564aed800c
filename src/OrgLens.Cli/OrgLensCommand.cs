using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using OrgLens.Cli.Commands;
using OrgLens.Cli.Hub;
using OrgLens.Cli.Output;

namespace OrgLens.Cli;

/// <summary>The command <c>orglens</c>: reads the arguments, runs one command and turns what went wrong into one line and an exit code.</summary>
internal static class OrgLensCommand
{
    /// <summary>A local cloud stops its database in order before the process ends.</summary>
    private static readonly TimeSpan TimeForStopping = TimeSpan.FromSeconds(30);

    /// <param name="args">The arguments.</param>
    /// <param name="terminal">Where to write.</param>
    /// <param name="environment">Variables of a local cloud; without them, those of the process count.</param>
    /// <param name="cancellationToken">Interrupts the command.</param>
    public static async Task<int> RunAsync(
        string[] args, Terminal terminal, IReadOnlyDictionary<string, string>? environment = null, CancellationToken cancellationToken = default)
    {
        var parsed = Create(terminal, environment).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            var path = string.Join(' ', PathOf(parsed.CommandResult).Reverse());
            var error = parsed.UnmatchedTokens.Count > 0 ? $"'{parsed.UnmatchedTokens[0]}' is no command, argument or option here" : parsed.Errors[0].Message;
            await terminal.Error.WriteLineAsync($"orglens: {OneLine(error).TrimEnd('.')} (command line): see `{path} --help`");
            return ExitCode.WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeForStopping }, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception failure) when (Failure.Explain(failure) is { } explained)
        {
            await terminal.Error.WriteLineAsync("orglens: " + OneLine(explained.Message));
            return explained.Code;
        }
    }

    private static Command Create(Terminal terminal, IReadOnlyDictionary<string, string>? environment)
    {
        var output = new Option<string>("--output", "-o")
        {
            Description = "How results are written.",
            HelpName = "table|json|csv",
            DefaultValueFactory = _ => "table",
            Recursive = true,
        };
        output.Validators.Add(result =>
        {
            if (!IsFormat(result.GetValueOrDefault<string>()))
            {
                result.AddError($"'{result.GetValueOrDefault<string>()}' is not table, json or csv");
            }
        });
        CommandContext Context(ParseResult parsed)
        {
            var context = new CommandContext(terminal, Enum.Parse<OutputFormat>(parsed.GetRequiredValue(output), ignoreCase: true));
            return environment is null ? context : context.At(environment);
        }

        // No RootCommand: that one takes its name from the executable, which is dotnet's or a test host's.
        return new Command("orglens", "Inventory, cost, security and compliance of an AWS Organization.")
        {
            output,
            new HelpOption { Recursive = true },
            new VersionOption(),
            DemoCommand.Create(Context),
            LocalCommand.Create(Context),
            CollectCommand.Create(Context),
            IngestCommand.Create(Context),
            TrailCommand.Create(Context),
            QueryCommand.Create(Context),
            DashboardCommand.Create(Context),
            ReportCommand.Create(Context),
            QuickSightCommand.Create(Context),
            PublishCommand.Create(Context),
            StatusCommand.Create(Context),
            ChangesCommand.Create(Context),
            DbCommand.Create(Context),
            ReplayCommand.Create(Context),
            InvokeCommand.Create(Context),
            DeployCommand.Create(Context),
            DoctorCommand.Create(Context),
            SimulateCommand.Create(Context),
        };
    }

    private static IEnumerable<string> PathOf(CommandResult command) =>
        command.Parent is CommandResult parent ? PathOf(parent).Prepend(command.Command.Name) : [command.Command.Name];

    private static bool IsFormat(string? text) => Enum.GetNames<OutputFormat>().Contains(text, StringComparer.OrdinalIgnoreCase);

    private static string OneLine(string message) => string.Join(' ', message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
