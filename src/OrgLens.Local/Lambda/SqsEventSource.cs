namespace OrgLens.Local.Lambda;

/// <summary>A queue that feeds a function.</summary>
/// <param name="QueueArn">The queue.</param>
public sealed record SqsEventSource(string QueueArn)
{
    /// <summary>The most messages of one invocation.</summary>
    public int BatchSize { get; init; } = 10;

    /// <summary>How long to wait for a batch to fill.</summary>
    public TimeSpan BatchingWindow { get; init; }

    /// <summary>The most invocations at a time; null leaves it to the host.</summary>
    public int? MaximumConcurrency { get; init; }

    /// <summary>Whether the function says which messages failed; otherwise all of a batch succeed or fail together.</summary>
    public bool ReportsItemFailures { get; init; }
}
