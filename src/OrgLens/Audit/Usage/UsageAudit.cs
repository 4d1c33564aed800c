using OrgLens.Audit.Trail;
using OrgLens.Database;

namespace OrgLens.Audit.Usage;

/// <summary>Keeps what happens in QuickSight: who opens, changes and deletes what, and who comes and goes (<c>quicksight_events</c>).</summary>
/// <param name="load">Sends the rows.</param>
public sealed class UsageAudit(TrailLoad load) : ITrailConsumer
{
    private static readonly string LoadStatement = SqlFiles.Read("calls/usage");

    /// <inheritdoc/>
    public static bool Wants(string eventSource, string eventName) => eventSource == UsageEvent.EventSource && UsageActivity.IsUsage(eventName);

    /// <inheritdoc/>
    public Task<IReadOnlyList<TrailFailure>> ApplyAsync(IReadOnlyList<TrailRecord> records, CancellationToken cancellationToken) =>
        load.ApplyAsync(LoadStatement, records, (writer, record) => UsageEvent.Of(record).Write(writer), cancellationToken);
}
