namespace OrgLens.Database;

/// <summary>How often, and after which waits, a piece of work on the database is tried again.</summary>
/// <param name="Attempts">Attempts in all.</param>
/// <param name="FirstDelay">Upper bound of the first wait; it doubles with each attempt.</param>
/// <param name="LongestDelay">Upper bound of any wait.</param>
public sealed record RetryPolicy(int Attempts, TimeSpan FirstDelay, TimeSpan LongestDelay)
{
    /// <summary>Six attempts within about half a minute: enough for a paused cluster to wake, short enough to give the message back to its queue.</summary>
    public static RetryPolicy Default { get; } = new(6, TimeSpan.FromMilliseconds(400), TimeSpan.FromSeconds(15));

    /// <summary>The wait before the next attempt: half fixed, half random, so that workers that failed together don't return together.</summary>
    /// <param name="attempt">The attempt that failed, counted from 1.</param>
    public TimeSpan DelayAfter(int attempt)
    {
        var bound = Math.Min(FirstDelay.TotalMilliseconds * Math.Pow(2, attempt - 1), LongestDelay.TotalMilliseconds);
        return TimeSpan.FromMilliseconds((bound / 2) + (Random.Shared.NextDouble() * bound / 2));
    }
}
