namespace OrgLens.Local.Simulation.Api.Faults;

/// <summary>Counts calls, and makes chosen ones slow or go wrong. All members may be used while calls are under way.</summary>
public sealed class ApiFaults
{
    private readonly Lock _gate = new();
    private readonly List<Plan> _plans = [];
    private readonly SortedDictionary<string, long> _calls = new(StringComparer.Ordinal);
    private TimeSpan _latency;

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

    /// <summary>How often each action was called since the start or the last <see cref="Reset"/>, by its name in IAM policies.</summary>
    public IReadOnlyDictionary<string, long> Calls
    {
        get
        {
            lock (_gate)
            {
                return new SortedDictionary<string, long>(_calls, StringComparer.Ordinal);
            }
        }
    }

    /// <summary>How many rules are in force.</summary>
    public int Rules
    {
        get
        {
            lock (_gate)
            {
                return _plans.Count;
            }
        }
    }

    /// <summary>Puts a rule into force, after those that are; the first that holds for a call decides.</summary>
    public void Add(ApiFaultRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        lock (_gate)
        {
            _plans.Add(new Plan(rule));
        }
    }

    /// <summary>Forgets all rules, removes the latency and counts from zero.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _plans.Clear();
            _calls.Clear();
            _latency = TimeSpan.Zero;
        }
    }

    /// <summary>Counts a call and says what is to become of it.</summary>
    internal (TimeSpan Latency, ApiFault? Fault) Arrive(ApiCall call)
    {
        lock (_gate)
        {
            _calls[call.Action] = _calls.GetValueOrDefault(call.Action) + 1;
            ApiFault? fault = null;
            foreach (var plan in _plans.Where(plan => plan.Holds(call)))
            {
                // Every rule counts for itself, also the calls that another one has spoiled.
                var isChosen = plan.IsChosen();
                fault ??= isChosen ? plan.Rule.Fault : null;
            }

            return (_latency, fault);
        }
    }

    private sealed class Plan(ApiFaultRule rule)
    {
        private readonly SeededStream _draw = new(1);
        private long _seen;

        public ApiFaultRule Rule { get; } = rule;

        public bool Holds(ApiCall call) =>
            Is(Rule.Service, call.Service.SigningName) && Is(Rule.Operation, call.Operation.Name) && Is(Rule.Account, call.Caller.AccountId) && Is(Rule.Region, call.Region)
            && (Rule.Page is null || Rule.Page == call.Token.Page);

        public bool IsChosen()
        {
            _seen++;
            return (Rule.Call is null || Rule.Call == _seen) && (Rule.After is null || _seen > Rule.After) && (Rule.Share is not { } share || _draw.Child(_seen).Chance(share));
        }

        private static bool Is(string? wanted, string actual) => wanted is null || wanted == actual;
    }
}
