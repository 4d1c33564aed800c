namespace OrgLens.Cli;

/// <summary>A command can't go on, and the reader can do something about it. The message says what failed, where, and what to do.</summary>
internal sealed class CommandException(string message, int exitCode = ExitCode.Failed) : Exception(message)
{
    public CommandException(string what, string where, string advice, int exitCode = ExitCode.Failed)
        : this($"{what.TrimEnd('.')} ({where}): {advice}", exitCode)
    {
    }

    public int Code { get; } = exitCode;
}
