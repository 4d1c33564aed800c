using System.Text.Json;
using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Sender;

/// <summary>One of the things that a collector enumerates, in one Region: its rows, and what is missing of them. Safe for concurrent use.</summary>
public sealed class OutputRun
{
    private readonly Lock _lock = new();
    private readonly SectionSpool _spool;
    private readonly int _job;
    private readonly CollectorOutput _output;
    private readonly SortedDictionary<CoverageStatus, (string Error, int Times)> _problems = [];
    private long _items;

    internal OutputRun(CollectorRun run, CollectorOutput output, SectionSpool spool, int job)
    {
        Run = run;
        _output = output;
        _spool = spool;
        _job = job;
    }

    internal CollectorRun Run { get; }

    /// <summary>Adds a row. In a regional run its <c>region</c> is written for it. A row that the answer spoils is left out, and the rest goes on.</summary>
    public void Write(Action<RowWriter> members) => Add(_spool.For(_output.Section, _job), Run.RowRegion, members);

    /// <summary>An object around rows, in the sections that are made of them.</summary>
    /// <param name="group">Which one.</param>
    public RowHolder Holder(string group = "") => new(this, _spool.For(_output.Section, _job, group));

    /// <summary>Counts items that are part of another output's row.</summary>
    public void Count(int items)
    {
        lock (_lock)
        {
            _items += items;
        }
    }

    /// <summary>Says that something is missing although the collector goes on. The gravest status is the coverage's.</summary>
    /// <param name="status">Why.</param>
    /// <param name="error">Operation and error code, or a word; never what a service wrote.</param>
    public void Incomplete(CoverageStatus status, string error)
    {
        lock (_lock)
        {
            // The smallest of several, so that it does not depend on which call was answered first.
            _problems[status] = _problems.TryGetValue(status, out var known)
                ? (string.CompareOrdinal(known.Error, error) <= 0 ? known.Error : error, known.Times + 1)
                : (error, 1);
        }
    }

    /// <summary>Says that a call failed although the collector goes on.</summary>
    public void Incomplete(AwsCallException failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        Incomplete(Run.StatusOf(failure), $"{failure.Operation} {failure.Code}");
    }

    /// <summary>Says that an answer lacks what it should have, so that something is missing although the collector goes on.</summary>
    public void Missing(AwsOperation operation, string member) => Incomplete(CoverageStatus.Failed, new AwsAnswerException(operation, member, "is missing").Message);

    /// <summary>Says that what is missing of another output is missing of this one, too.</summary>
    public void MissingLike(OutputRun other)
    {
        ArgumentNullException.ThrowIfNull(other);
        KeyValuePair<CoverageStatus, (string Error, int Times)>[] problems;
        lock (other._lock)
        {
            problems = [.. other._problems];
        }

        foreach (var (status, (error, _)) in problems)
        {
            Incomplete(status, error);
        }
    }

    /// <summary>A call for one item whose failure leaves something unknown and stops nothing.</summary>
    /// <param name="operation">What to call.</param>
    /// <param name="input">Its input.</param>
    /// <param name="expected">Error codes that are an answer in themselves (nothing is configured): they leave the coverage as it is.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Null when the call failed; then, unless it was expected, the coverage says so.</returns>
    public Task<AwsValue?> TryCallAsync(AwsOperation operation, JsonObject? input, IReadOnlyCollection<string> expected, CancellationToken cancellationToken) =>
        TryCallAsync(operation, Run.Region, input, expected, cancellationToken);

    /// <summary>The same in another Region.</summary>
    public async Task<AwsValue?> TryCallAsync(
        AwsOperation operation, string region, JsonObject? input, IReadOnlyCollection<string> expected, CancellationToken cancellationToken)
    {
        try
        {
            return await Run.CallAsync(operation, region, input, cancellationToken);
        }
        catch (AwsCallException failure) when (expected.Contains(failure.Code, StringComparer.Ordinal))
        {
            return null;
        }
        catch (AwsCallException failure)
        {
            Incomplete(failure);
            return null;
        }
        catch (OverBudgetException)
        {
            Incomplete(CoverageStatus.OverBudget, operation.ToString());
            return null;
        }
    }

    /// <summary>A whole list for one item whose failure leaves something unknown and stops nothing.</summary>
    /// <param name="operation">What to call.</param>
    /// <param name="region">Where.</param>
    /// <param name="path">Path of the list in an answer.</param>
    /// <param name="input">Input members besides the paging ones.</param>
    /// <param name="expected">Error codes that are an answer in themselves: they leave the coverage as it is.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The items of the pages that were had, and whether those are all there is; if not, the coverage says so.</returns>
    public async Task<(IReadOnlyList<AwsValue> Items, bool IsComplete)> TryListAsync(
        AwsOperation operation, string region, string path, JsonObject? input, IReadOnlyCollection<string> expected, CancellationToken cancellationToken)
    {
        var items = new List<AwsValue>();
        try
        {
            await foreach (var page in Run.PagesAsync(operation, region, input, cancellationToken))
            {
                items.AddRange(page.List(path));
            }

            return (items, true);
        }
        catch (AwsCallException failure) when (expected.Contains(failure.Code, StringComparer.Ordinal))
        {
            return (items, true);
        }
        catch (AwsCallException failure)
        {
            Incomplete(failure);
        }
        catch (AwsAnswerException failure)
        {
            Incomplete(CoverageStatus.Failed, failure.Message);
        }
        catch (OverBudgetException)
        {
            Incomplete(CoverageStatus.OverBudget, operation.ToString());
        }

        return (items, false);
    }

    /// <summary>The same in the run's Region.</summary>
    public Task<(IReadOnlyList<AwsValue> Items, bool IsComplete)> TryListAsync(
        AwsOperation operation, string path, JsonObject? input, IReadOnlyCollection<string> expected, CancellationToken cancellationToken) =>
        TryListAsync(operation, Run.Region, path, input, expected, cancellationToken);

    internal static void WriteRegion(Utf8JsonWriter json, string? region)
    {
        if (region is not null)
        {
            json.WriteString("region", region);
        }
    }

    internal void Add(RowSpool spool, string? region, Action<RowWriter> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        try
        {
            var isAdded = spool.Add(json =>
            {
                WriteRegion(json, region);
                members(new RowWriter(json));
            });
            Count(isAdded ? 1 : 0);
        }
        catch (AwsAnswerException exception)
        {
            Incomplete(CoverageStatus.Failed, exception.Message);
        }
    }

    internal CoverageEntry ToEntry(string region, int calls, int paidCalls, TimeSpan duration, bool onlyChanges)
    {
        lock (_lock)
        {
            // The statuses' order is their gravity.
            var (status, (error, times)) = _problems.LastOrDefault();
            return new CoverageEntry(
                _output.Name,
                region,
                status != CoverageStatus.Complete ? status : _items > 0 ? CoverageStatus.Complete : CoverageStatus.Empty,
                _items,
                calls,
                paidCalls,
                duration,
                times > 1 ? $"{error} ({times} times)" : error,
                onlyChanges);
        }
    }
}
