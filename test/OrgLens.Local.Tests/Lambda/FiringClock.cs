namespace OrgLens.Local.Tests.Lambda;

/// <summary>The real time plus what a test adds; repeating timers fire when the test says so.</summary>
public sealed class FiringClock : TimeProvider
{
    private readonly List<(TimerCallback Callback, object? State)> _repeating = [];
    private TimeSpan _added;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _added;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (period > TimeSpan.Zero)
        {
            _repeating.Add((callback, state));
        }

        return base.CreateTimer(callback, state, period > TimeSpan.Zero ? Timeout.InfiniteTimeSpan : dueTime, Timeout.InfiniteTimeSpan);
    }

    public void Advance(TimeSpan time)
    {
        _added += time;
        _repeating.ForEach(timer => timer.Callback(timer.State));
    }
}
