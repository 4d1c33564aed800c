namespace OrgLens.Tests.Deployment;

/// <summary>A clock whose timers are due at once: who waits does not wait.</summary>
internal sealed class HastyClock : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => base.CreateTimer(callback, state, TimeSpan.Zero, period);
}
