using System.CommandLine;
using OrgLens.Cli.Commands;
using OrgLens.Cli.Output;

namespace OrgLens.Cli;

/// <summary>The command <c>orglens</c>: reads the arguments, runs one command and turns what went wrong into one line and an exit code.</summary>
internal static class OrgLensCommand
{
    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellationToken = default)
    {
        var parsed = Create(terminal).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            var path = string.Join(' ', parsed.CommandResult.Command.Parents.Append(parsed.CommandResult.Command).Where(command => command is not RootCommand).Select(command => command.Name).Prepend("orglens"));
            var error = parsed.UnmatchedTokens.Count > 0 ? $"'{parsed.UnmatchedTokens[0]}' is no command, argument or option here" : parsed.Errors[0].Message;
            await terminal.Error.WriteLineAsync($"orglens: {OneLine(error).TrimEnd('.')} (command line): see `{path} --help`");
            return ExitCode.WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false }, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (CommandException failure)
        {
            await terminal.Error.WriteLineAsync("orglens: " + OneLine(failure.Message));
            return failure.ExitCode;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await terminal.Error.WriteLineAsync($"orglens: {OneLine(failure.Message)} (file system): check that the path exists and that you may use it");
            return ExitCode.Failed;
        }
    }

    private static RootCommand Create(Terminal terminal)
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
        CommandContext Context(ParseResult parsed) => new(terminal, Enum.Parse<OutputFormat>(parsed.GetRequiredValue(output), ignoreCase: true));
        return new RootCommand("Inventory, cost, security and audit of an AWS Organization.")
        {
            output,
            SimulateCommand.Create(Context),
        };
    }

    private static bool IsFormat(string? text) => Enum.GetNames<OutputFormat>().Contains(text, StringComparer.OrdinalIgnoreCase);

    private static string OneLine(string message) => string.Join(' ', message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
