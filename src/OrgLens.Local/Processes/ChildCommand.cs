namespace OrgLens.Local.Processes;

/// <summary>What to start, and how to stop it.</summary>
/// <param name="CommandLine">The program and its arguments.</param>
public sealed record ChildCommand(IReadOnlyList<string> CommandLine)
{
    /// <summary>The signal that asks it to end: TERM, INT, KILL …</summary>
    public string StopSignal { get; init; } = "TERM";

    /// <summary>Environment variables to set.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the child sees only <see cref="Environment"/>, nothing of this process's own.</summary>
    public bool ReplacesEnvironment { get; init; }

    /// <summary>The folder to start it in.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Receives every line that it writes; called from several threads, one line at a time per stream.</summary>
    public Action<string>? OnOutput { get; init; }
}
