namespace OrgLens.Aws;

/// <summary>How often, and after which waits, a call is tried again.</summary>
/// <param name="ThrottledAttempts">Attempts in all while the service throttles.</param>
/// <param name="FailedAttempts">Attempts in all at other faults that pass: errors of the server, timeouts, broken connections.</param>
/// <param name="FirstDelay">Upper bound of the first wait; it doubles with each attempt.</param>
/// <param name="LongestDelay">Upper bound of any wait.</param>
public sealed record AwsRetry(int ThrottledAttempts, int FailedAttempts, TimeSpan FirstDelay, TimeSpan LongestDelay)
{
    /// <summary>
    /// Ten attempts where a third of all calls is throttled lose one in a hundred thousand; a service that is down costs a collector
    /// a second, not its Region's time.
    /// </summary>
    public static AwsRetry Default { get; } = new(10, 3, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(10));

    /// <summary>Whether a call that failed is tried again.</summary>
    /// <param name="failure">How it failed.</param>
    /// <param name="attempt">The attempt that failed, counted from 1.</param>
    public bool Allows(AwsCallException failure, int attempt)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return failure.Kind switch
        {
            AwsErrorKind.Throttled => attempt < ThrottledAttempts,
            // What a paid request did before its answer was lost may be on the bill.
            _ when failure.Operation.PriceUsd > 0 => false,
            AwsErrorKind.TimedOut or AwsErrorKind.Unreachable => attempt < FailedAttempts,
            AwsErrorKind.RegionDisabled => attempt < FailedAttempts && failure.StatusCode is null,
            AwsErrorKind.Failed or AwsErrorKind.Malformed => attempt < FailedAttempts && (failure.StatusCode is null || (int)failure.StatusCode >= 500 || (int)failure.StatusCode == 200),
            _ => false,
        };
    }

    /// <summary>The wait before the next attempt: anything up to a bound that doubles, so that calls that failed together don't return together.</summary>
    /// <param name="attempt">The attempt that failed, counted from 1.</param>
    public TimeSpan DelayAfter(int attempt) =>
        Random.Shared.NextDouble() * TimeSpan.FromTicks((long)Math.Min(FirstDelay.Ticks * Math.Pow(2, attempt - 1), LongestDelay.Ticks));
}
