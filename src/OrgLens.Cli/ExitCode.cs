namespace OrgLens.Cli;

/// <summary>How a command ended, for scripts.</summary>
internal static class ExitCode
{
    public const int Fine = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;
    public const int PartlyDone = 3;

    /// <summary>What a shell reports for a program that Ctrl-C ended.</summary>
    public const int Interrupted = 130;
}
