using OrgLens.Aws;
using OrgLens.Sender;

namespace OrgLens.Tests.Sender.Simulated;

/// <summary>Runs a collector beside others that share its fate in nothing, with a fault at one of its calls.</summary>
internal sealed class FaultMatrix
{
    private static readonly Collector[] s_others =
        [.. new[] { "security.kms", "support_tickets", "ec2.instance", "cost" }.Select(name => CollectorList.All.Single(collector => collector.Name == name))];

    private readonly SimulatedRun _run;
    private readonly IReadOnlyList<Collector> _collectors;

    private FaultMatrix(SimulatedRun run, Collector collector)
    {
        _run = run;
        Collector = collector;
        _collectors = [collector, .. s_others.Where(other => other.Section != collector.Section && other != collector && !SharesCalls(other, collector)).Take(2)];
    }

    /// <summary>The collector that the fault is for.</summary>
    public Collector Collector { get; }

    /// <summary>How a run ends where nothing goes wrong.</summary>
    public FaultyRun Clean { get; private set; } = null!;

    /// <summary>Calls of the collector: of each operation and each page, the first and the last one.</summary>
    public IReadOnlyList<(CallKey Call, int Page)> Targets { get; private set; } = [];

    public static async Task<FaultMatrix> OfAsync(string collector)
    {
        var matrix = new FaultMatrix(await SimulatedRun.SharedAsync(), CollectorList.All.Single(each => each.Name == collector));
        var calls = new FaultyCalls(matrix._run.Answers);
        matrix.Clean = await matrix.RunAsync(calls);
        matrix.Targets =
        [
            .. calls.Made.Where(made => matrix.Collector.Operations.Contains(made.Call.Operation)).Distinct()
                .GroupBy(made => (made.Call.Operation, made.Page))
                .Select(group => group.OrderBy(made => made.Call.Region, StringComparer.Ordinal).ThenBy(made => made.Call.Input, StringComparer.Ordinal).ToList())
                .SelectMany(group => group.Count == 1 ? [group[0]] : new[] { group[0], group[^1] })
                .OrderBy(made => made.Call.Operation.ToString(), StringComparer.Ordinal).ThenBy(made => made.Page),
        ];
        return matrix;
    }

    /// <summary>Members of the items in the answer to a call.</summary>
    public async Task<IReadOnlyList<string>> MembersAsync(CallKey call)
    {
        try
        {
            var answer = await _run.Answers.CallAsync(call.Operation, call.Region, (call.Token == "again" ? call.At(null) : call).ToInput(), CancellationToken.None);
            return [.. Spoiled.MembersOf(AnswerNode.Of(call.Operation, answer))];
        }
        catch (AwsCallException)
        {
            return [];
        }
    }

    public Task<FaultyRun> RunAsync(CallKey target, CallFault fault, string? missing = null) => RunAsync(new FaultyCalls(_run.Answers, target, fault, missing));

    private static bool SharesCalls(Collector one, Collector other) => one.Operations.Any(operation => other.Operations.Contains(operation));

    private async Task<FaultyRun> RunAsync(FaultyCalls calls)
    {
        var clock = new StoppedClock(SimulatedRun.Now);
        var plan = CollectionPlan.Create(_run.Plan.Account, _collectors, [_run.Account.Regions[0]], [], _run.Plan.Window, _run.Plan.Options);
        var ended = new SemaphoreSlim(0);
        var running = new CollectionRun(calls, clock).RunAsync(plan, new Progress(() => ended.Release()), CancellationToken.None);
        if (await Task.WhenAny(running, calls.Hanging.Task) != running)
        {
            // The one that hangs is ended by the deadline, the others by themselves.
            for (var job = 1; job < plan.Jobs.Count; job++)
            {
                await ended.WaitAsync();
            }

            clock.Advance(plan.Options.Deadline);
        }

        using var snapshot = await running;
        return await FaultyRun.OfAsync(snapshot, Collector);
    }

    private sealed class Progress(Action report) : IProgress<CollectionProgress>
    {
        public void Report(CollectionProgress value) => report();
    }
}
