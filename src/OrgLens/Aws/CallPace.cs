namespace OrgLens.Aws;

/// <summary>
/// The pace of calls to one service in one Region. There is none until the service throttles; then calls keep a distance, which grows
/// while it throttles and shrinks while it does not.
/// </summary>
/// <remarks>
/// The SDK's own adaptive mode halves a rate that it measures over half seconds and starts from next to nothing: where a third of 200
/// calls was throttled it made 28 requests in nine minutes and failed the rest.
/// </remarks>
internal sealed class CallPace(TimeProvider clock)
{
    private const double Growth = 1.25;
    private const double Decay = 0.9;

    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private TimeSpan _distance;
    private DateTimeOffset _next;
    private DateTimeOffset _slowedAt;

    /// <summary>The distance between calls at present.</summary>
    public TimeSpan Distance
    {
        get
        {
            lock (_lock)
            {
                return _distance;
            }
        }
    }

    /// <summary>Waits for the next call's turn.</summary>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        var wait = Reserve();
        return wait > TimeSpan.Zero ? Task.Delay(wait, clock, cancellationToken) : Task.CompletedTask;
    }

    /// <summary>A call was throttled.</summary>
    public void Slow()
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            // Calls that were in flight together are one piece of news.
            if (now - _slowedAt >= Shortest)
            {
                _slowedAt = now;
                _distance = _distance < Shortest ? Shortest : _distance * Growth < Longest ? _distance * Growth : Longest;
            }
        }
    }

    /// <summary>A call was not throttled.</summary>
    public void Quicken()
    {
        lock (_lock)
        {
            _distance = _distance * Decay < Shortest / 2 ? TimeSpan.Zero : _distance * Decay;
        }
    }

    private TimeSpan Reserve()
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            var turn = _next > now ? _next : now;
            _next = turn + _distance;
            return turn - now;
        }
    }
}
