namespace OrgLens.Sender;

/// <summary>
/// Lets paid calls through up to the run's limit. What the plan reserved for a collector is its own; pages beyond that come from what
/// nobody reserved, so that a long list of one never takes the planned call of another.
/// </summary>
/// <param name="limit">Paid requests of the run.</param>
/// <param name="reserved">How many of them the plan has reserved.</param>
public sealed class SpendGuard(int limit, int reserved)
{
    private int _free = limit - reserved;
    private int _made;

    /// <summary>Paid requests that were let through.</summary>
    public int Made => Volatile.Read(ref _made);

    /// <summary>Asks for one paid request.</summary>
    /// <param name="reservation">What is left of the collector's own.</param>
    /// <returns>False: not one more.</returns>
    public bool TryTake(ref int reservation)
    {
        if (Interlocked.Decrement(ref reservation) < 0 && Interlocked.Decrement(ref _free) < 0)
        {
            return false;
        }

        Interlocked.Increment(ref _made);
        return true;
    }
}
