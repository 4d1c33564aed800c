namespace OrgLens.Local.Simulation;

/// <summary>What time it is in the simulated organization: that of the world, unless it was set.</summary>
public sealed class SimulationClock(TimeProvider time)
{
    private readonly Lock _gate = new();
    private DateTimeOffset? _fixed;

    /// <summary>The instant that services answer for.</summary>
    public DateTimeOffset Now
    {
        get
        {
            lock (_gate)
            {
                return _fixed ?? time.GetUtcNow();
            }
        }
    }

    /// <summary>Stops the clock at an instant, or lets it go with the world again.</summary>
    public void Set(DateTimeOffset? now)
    {
        lock (_gate)
        {
            _fixed = now?.ToUniversalTime();
        }
    }
}
