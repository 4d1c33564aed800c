namespace OrgLens.Local.DataApi;

/// <summary>Counts calls, and makes chosen ones slow or fail. All members may be used while calls are under way.</summary>
public sealed class DataApiFaults
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, DataApiFault> _byCall = [];
    private readonly Queue<DataApiFault> _next = new();
    private long _calls;
    private TimeSpan _latency;

    /// <summary>How many calls have arrived since the start or the last <see cref="Reset"/>.</summary>
    public long Calls
    {
        get
        {
            lock (_gate)
            {
                return _calls;
            }
        }
    }

    /// <summary>Time added to every call.</summary>
    public TimeSpan Latency
    {
        get
        {
            lock (_gate)
            {
                return _latency;
            }
        }

        set
        {
            lock (_gate)
            {
                _latency = value;
            }
        }
    }

    /// <summary>How many failures are planned and have not happened yet.</summary>
    public int Pending
    {
        get
        {
            lock (_gate)
            {
                return _byCall.Count + _next.Count;
            }
        }
    }

    /// <summary>Makes the call with this number fail: the first one after the start or a <see cref="Reset"/> is 1.</summary>
    public void FailCall(long number, DataApiFault fault)
    {
        lock (_gate)
        {
            _byCall[number] = fault;
        }
    }

    /// <summary>Makes the next calls fail, as many as said, after those already planned so.</summary>
    public void FailNext(int count, DataApiFault fault)
    {
        lock (_gate)
        {
            for (var i = 0; i < count; i++)
            {
                _next.Enqueue(fault);
            }
        }
    }

    /// <summary>Forgets all plans, removes the latency and counts from zero.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _byCall.Clear();
            _next.Clear();
            _latency = TimeSpan.Zero;
            _calls = 0;
        }
    }

    /// <summary>Counts a call and says what is to happen to it.</summary>
    internal (TimeSpan Latency, DataApiFault? Fault) Arrive()
    {
        lock (_gate)
        {
            _calls++;
            DataApiFault? fault = _byCall.Remove(_calls, out var planned) ? planned : _next.TryDequeue(out var next) ? next : null;
            return (_latency, fault);
        }
    }
}
