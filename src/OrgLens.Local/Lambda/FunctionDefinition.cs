namespace OrgLens.Local.Lambda;

/// <summary>A function as its template describes it.</summary>
/// <param name="Name">Its name.</param>
public sealed record FunctionDefinition(string Name)
{
    /// <summary>How long an invocation may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The configured memory in MiB; told to the function, not enforced.</summary>
    public int MemorySize { get; init; } = 128;

    /// <summary>What the runtime calls the handler.</summary>
    public string Handler { get; init; } = "";

    /// <summary>Its environment variables.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The queues that feed it.</summary>
    public IReadOnlyList<SqsEventSource> Queues { get; init; } = [];
}
