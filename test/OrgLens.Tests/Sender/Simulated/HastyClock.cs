namespace OrgLens.Tests.Sender.Simulated;

/// <summary>A clock that says one time for ever, and lets nobody wait who would not wait long.</summary>
internal sealed class HastyClock(DateTimeOffset now) : TimeProvider
{
    // Longer than any wait between attempts, shorter than any limit.
    private static readonly TimeSpan s_long = TimeSpan.FromMinutes(5);

    public override DateTimeOffset GetUtcNow() => now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime != Timeout.InfiniteTimeSpan && dueTime < s_long ? TimeSpan.Zero : dueTime, period);
}
