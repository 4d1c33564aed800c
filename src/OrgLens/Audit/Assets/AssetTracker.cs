using OrgLens.Audit.Trail;
using OrgLens.Database;

namespace OrgLens.Audit.Assets;

/// <summary>
/// Keeps the inventory of assets live (<c>assets</c>, <c>asset_events</c>): events of a batch become history and state in one call, beside what
/// the assets' own accounts answer about them. No event waits for an answer that does not come.
/// </summary>
/// <param name="load">Sends the rows.</param>
/// <param name="describer">Asks the accounts.</param>
/// <param name="announcer">Tells others; null: nobody is told.</param>
public sealed class AssetTracker(TrailLoad load, AssetDescriber describer, AssetAnnouncer? announcer) : ITrailConsumer
{
    private static readonly string ApplyStatement = SqlFiles.Read("calls/apply_assets");

    /// <inheritdoc/>
    public static bool Wants(string eventSource, string eventName) => AssetEvents.Wants(eventSource, eventName);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TrailFailure>> ApplyAsync(IReadOnlyList<TrailRecord> records, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(records);
        var failures = new List<TrailFailure>();
        var rows = Read(records, failures);
        if (rows.Count == 0)
        {
            return failures;
        }

        var descriptions = (await describer.DescribeAsync(Questions(rows), cancellationToken)).ToLookup(description => description.Arn, StringComparer.Ordinal);
        var events = new Dictionary<TrailRecord, IReadOnlyList<AssetEvent>>(ReferenceEqualityComparer.Instance);
        foreach (var row in rows)
        {
            events[row.Record] = row.Events;
        }

        var refused = await load.ApplyAsync(
            ApplyStatement, [.. rows.Select(row => row.Record)], (writer, record) => AssetJson.WriteRow(writer, record, events[record], descriptions), cancellationToken);
        failures.AddRange(refused.Select(failure => failure with { Index = rows[failure.Index].Index }));
        var committed = rows.Where(row => row.Record.ErrorCode is null && failures.TrueForAll(failure => failure.Index != row.Index)).ToList();
        if (announcer is not null && !await announcer.AnnounceAsync([.. committed.SelectMany(row => row.Events).Select(one => one.Arn).Distinct(StringComparer.Ordinal)], cancellationToken))
        {
            failures.AddRange(committed.Select(row => new TrailFailure(row.Index, "It is committed, but its assets could not all be announced.")));
        }

        return failures;
    }

    private static List<AssetRow> Read(IReadOnlyList<TrailRecord> records, List<TrailFailure> failures)
    {
        var rows = new List<AssetRow>();
        foreach (var (index, record) in records.Index())
        {
            try
            {
                if (AssetEvents.Of(record) is { Count: > 0 } events)
                {
                    rows.Add(new AssetRow(index, record, events));
                }
            }
            catch (InvalidOperationException)
            {
                // The one thing that a JSON text may hold and a .NET string may not: half a surrogate pair.
                failures.Add(new TrailFailure(index, "A text in it is no Unicode."));
            }
        }

        return rows;
    }

    // Of an asset whose last event in the batch is its end nothing is left to ask.
    private static IEnumerable<AssetArn> Questions(IEnumerable<AssetRow> rows) => rows
        .Where(row => row.Record.ErrorCode is null)
        .SelectMany(row => row.Events.Select(one => (row.Record, Event: one)))
        .GroupBy(pair => pair.Event.Arn, StringComparer.Ordinal)
        .Where(asset => asset.MaxBy(pair => (pair.Record.EventTime, pair.Event.Change)).Event.Change != AssetChange.Removed)
        .Select(asset => AssetArn.Parse(asset.Key))
        .OfType<AssetArn>();
}
