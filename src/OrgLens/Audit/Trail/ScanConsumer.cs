namespace OrgLens.Audit.Trail;

/// <summary>A consumer that a scan feeds.</summary>
/// <param name="Name">What its results are called.</param>
/// <param name="Wants">Chooses its records by <c>eventSource</c> and <c>eventName</c>.</param>
/// <param name="ApplyAsync">Commits records and names those that can't be used.</param>
public sealed record ScanConsumer(
    string Name, Func<string, string, bool> Wants, Func<IReadOnlyList<TrailRecord>, CancellationToken, Task<IReadOnlyList<TrailFailure>>> ApplyAsync)
{
    /// <summary>A consumer of the audit.</summary>
    public static ScanConsumer Of<TConsumer>(string name, TConsumer consumer)
        where TConsumer : class, ITrailConsumer
    {
        ArgumentNullException.ThrowIfNull(consumer);
        return new ScanConsumer(name, TConsumer.Wants, consumer.ApplyAsync);
    }
}
