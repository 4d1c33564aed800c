using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Sender;

/// <summary>A collector at work in one Region: its calls go through here, and its rows come back to here.</summary>
public sealed class CollectorRun
{
    private readonly CollectionPlan _plan;
    private readonly CollectionJob _job;
    private readonly IAwsCalls _calls;
    private readonly CallGate _gate;
    private readonly SpendGuard _guard;
    private readonly IReadOnlyDictionary<string, OutputRun> _outputs;
    private int _reservation;
    private int _made;
    private int _paid;

    internal CollectorRun(CollectionPlan plan, int job, IAwsCalls calls, CallGate gate, SpendGuard guard, SectionSpool spool, DateTimeOffset now)
    {
        _plan = plan;
        _job = plan.Jobs[job];
        _calls = calls;
        _gate = gate;
        _guard = guard;
        _reservation = _job.IsOverBudget ? 0 : _job.Collector.PaidCalls;
        Now = now;
        _outputs = _job.Collector.Outputs.ToDictionary(output => output.Name, output => new OutputRun(this, output, spool, job), StringComparer.Ordinal);
    }

    /// <summary>Whose account it is.</summary>
    public AccountIdentity Account => _plan.Account;

    /// <summary>The Region that is called; in a global run the partition's home.</summary>
    public string Region => _job.CallRegion;

    /// <summary>The enabled Regions that are collected from, for a global run that has to look into each of them.</summary>
    public IReadOnlyList<string> Regions => _plan.Regions;

    /// <summary>Whether this is the run for what belongs to no Region.</summary>
    public bool IsGlobal => _job.Region == CoverageEntry.Global;

    /// <summary>The period of the facts that have one.</summary>
    public CollectionWindow Window => _plan.Window;

    /// <summary>The run's settings.</summary>
    public CollectOptions Options => _plan.Options;

    /// <summary>When the run began.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Calls made so far.</summary>
    public int Calls => Volatile.Read(ref _made);

    /// <summary>Paid requests among them.</summary>
    public int PaidCalls => Volatile.Read(ref _paid);

    internal string? RowRegion => IsGlobal ? null : Region;

    private OutputRun Own => _outputs[_job.Collector.Name];

    /// <summary>One of the other things that the collector enumerates (<see cref="Collector.Others"/>).</summary>
    public OutputRun Output(string name) => _outputs[name];

    /// <inheritdoc cref="OutputRun.Write"/>
    public void Write(Action<RowWriter> members) => Own.Write(members);

    /// <inheritdoc cref="OutputRun.Holder"/>
    public RowHolder Holder(string group = "") => Own.Holder(group);

    /// <inheritdoc cref="OutputRun.Incomplete(CoverageStatus, string)"/>
    public void Incomplete(CoverageStatus status, string error) => Own.Incomplete(status, error);

    /// <inheritdoc cref="OutputRun.Incomplete(AwsCallException)"/>
    public void Incomplete(AwsCallException failure) => Own.Incomplete(failure);

    /// <inheritdoc cref="OutputRun.Missing"/>
    public void Missing(AwsOperation operation, string member) => Own.Missing(operation, member);

    /// <inheritdoc cref="OutputRun.TryCallAsync(AwsOperation, JsonObject?, IReadOnlyCollection{string}, CancellationToken)"/>
    public Task<AwsValue?> TryCallAsync(AwsOperation operation, JsonObject? input, IReadOnlyCollection<string> expected, CancellationToken cancellationToken) =>
        Own.TryCallAsync(operation, input, expected, cancellationToken);

    /// <inheritdoc cref="OutputRun.TryListAsync(AwsOperation, string, JsonObject?, IReadOnlyCollection{string}, CancellationToken)"/>
    public Task<(IReadOnlyList<AwsValue> Items, bool IsComplete)> TryListAsync(
        AwsOperation operation, string path, JsonObject? input, IReadOnlyCollection<string> expected, CancellationToken cancellationToken) =>
        Own.TryListAsync(operation, path, input, expected, cancellationToken);

    /// <summary>Calls an operation in the run's Region.</summary>
    /// <exception cref="AwsCallException">It failed. Left alone, it ends the collector here with the status that it says.</exception>
    /// <exception cref="OverBudgetException">It is paid, and the budget is used up.</exception>
    public Task<AwsValue> CallAsync(AwsOperation operation, JsonObject? input, CancellationToken cancellationToken) =>
        CallAsync(operation, Region, input, cancellationToken);

    /// <summary>Calls an operation in another Region.</summary>
    /// <inheritdoc cref="CallAsync(AwsOperation, JsonObject?, CancellationToken)"/>
    public async Task<AwsValue> CallAsync(AwsOperation operation, string region, JsonObject? input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operation);
        if (!_job.Collector.Operations.Contains(operation))
        {
            throw new InvalidOperationException($"{_job.Collector.Name} does not declare {operation}.");
        }

        if (operation.PriceUsd > 0 && !_guard.TryTake(ref _reservation))
        {
            throw new OverBudgetException(operation);
        }

        if (operation.PriceUsd > 0)
        {
            Interlocked.Increment(ref _paid);
        }

        return await _gate.PassAsync(
            operation.Service.Id,
            operation.Service.RegionFor(region),
            () =>
            {
                Interlocked.Increment(ref _made);
                return _calls.CallAsync(operation, region, input, cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>The answers of an operation, page by page, to the end.</summary>
    /// <inheritdoc cref="CallAsync(AwsOperation, JsonObject?, CancellationToken)"/>
    public IAsyncEnumerable<AwsValue> PagesAsync(AwsOperation operation, JsonObject? input, CancellationToken cancellationToken) =>
        PagesAsync(operation, Region, input, cancellationToken);

    /// <summary>The same in another Region.</summary>
    /// <inheritdoc cref="CallAsync(AwsOperation, JsonObject?, CancellationToken)"/>
    public IAsyncEnumerable<AwsValue> PagesAsync(AwsOperation operation, string region, JsonObject? input, CancellationToken cancellationToken) =>
        new Metered(this).PagesAsync(operation, region, input, cancellationToken);

    /// <summary>The items of an operation's list, over all pages.</summary>
    /// <param name="operation">What to call.</param>
    /// <param name="path">Path of the list in an answer.</param>
    /// <param name="input">Input members besides the paging ones.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <inheritdoc cref="CallAsync(AwsOperation, JsonObject?, CancellationToken)"/>
    public async IAsyncEnumerable<AwsValue> ItemsAsync(
        AwsOperation operation, string path, JsonObject? input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in PagesAsync(operation, input, cancellationToken))
        {
            foreach (var item in page.List(path))
            {
                yield return item;
            }
        }
    }

    /// <summary>Does follow-up work for each item, several at a time, and gives the results in the items' order.</summary>
    /// <remarks>When the list breaks off, the items that it gave are finished first, so that what is known is in the document.</remarks>
    public async IAsyncEnumerable<TResult> SelectAsync<TItem, TResult>(
        IAsyncEnumerable<TItem> items, Func<TItem, CancellationToken, Task<TResult>> work, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(work);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var started = new Queue<Task<TResult>>();
        ExceptionDispatchInfo? broken = null;
        try
        {
            await using var source = items.GetAsyncEnumerator(stop.Token);
            while (true)
            {
                try
                {
                    if (!await source.MoveNextAsync())
                    {
                        break;
                    }
                }
                catch (Exception exception) when (exception is AwsCallException or AwsAnswerException or OverBudgetException)
                {
                    broken = ExceptionDispatchInfo.Capture(exception);
                    break;
                }

                started.Enqueue(work(source.Current, stop.Token));
                if (started.Count == Options.ConcurrencyPerService)
                {
                    yield return await started.Dequeue();
                }
            }

            while (started.TryDequeue(out var next))
            {
                yield return await next;
            }

            broken?.Throw();
        }
        finally
        {
            await stop.CancelAsync();
            foreach (var left in started)
            {
                await ((Task)left).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    internal CoverageStatus StatusOf(AwsCallException failure) =>
        _job.Collector.NotEnabledCodes.Contains(failure.Code) || _job.Collector.IsNotEnabled(failure)
            ? CoverageStatus.NotEnabled
            : CoverageStatuses.Of(failure.Kind);

    /// <summary>Says of everything that the collector enumerates that something is missing.</summary>
    internal void IncompleteAll(CoverageStatus status, string error)
    {
        foreach (var output in _outputs.Values)
        {
            output.Incomplete(status, error);
        }
    }

    internal IReadOnlyList<CoverageEntry> ToEntries(TimeSpan duration) =>
    [
        .. _job.Collector.Outputs.Select((output, place) =>
            _outputs[output.Name].ToEntry(_job.Region, place == 0 ? Calls : 0, place == 0 ? PaidCalls : 0, duration, _job.Collector.OnlyChanges)),
    ];

    private sealed class Metered(CollectorRun run) : IAwsCalls
    {
        public Task<AwsValue> CallAsync(AwsOperation operation, string region, JsonObject? input, CancellationToken cancellationToken) =>
            run.CallAsync(operation, region, input, cancellationToken);
    }
}
