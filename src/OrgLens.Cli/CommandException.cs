namespace OrgLens.Cli;

/// <summary>A command can't go on, and the reader can do something about it: what failed, where, and what to do.</summary>
internal sealed class CommandException(string what, string where, string advice, int exitCode = ExitCode.Failed, Exception? cause = null)
    : Exception($"{what} ({where}): {advice}", cause)
{
    public int ExitCode { get; } = exitCode;
}
