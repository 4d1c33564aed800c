using OrgLens.Metrics;

namespace OrgLens.Receiver;

/// <summary>Writes the receiver's metrics as log lines.</summary>
/// <param name="output">Where log lines go; in Lambda the console.</param>
/// <param name="clock">Time of the metric.</param>
public sealed class EmbeddedMetrics(TextWriter output, TimeProvider clock) : IReceiverMetrics
{
    private static readonly string[][] DimensionSets = [["Outcome"], ["Outcome", "Reason"]];
    private static readonly string[][] NoDimensions = [[]];

    /// <inheritdoc/>
    public void Count(LoadResult result, TimeSpan elapsed)
    {
        ArgumentNullException.ThrowIfNull(result);
        output.WriteLine(EmbeddedMetricFormat.Line(
            clock.GetUtcNow(),
            DimensionSets,
            new Dictionary<string, string> { ["Outcome"] = result.Outcome.ToString(), ["Reason"] = result.Reason ?? "none" },
            [
                new("Documents", "Count", 1),
                new("Rows", "Count", result.Rows.Values.Sum()),
                new("SkippedRows", "Count", result.Skipped.Values.Sum()),
                new("DataApiCalls", "Count", result.Calls),
                new("LoadTime", "Milliseconds", elapsed.TotalMilliseconds),
            ]));
    }

    /// <inheritdoc/>
    public void Report(PipelineState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        MetricValue[] counts =
        [
            new("SilentAccounts", "Count", state.SilentAccounts),
            new("StaleCollectors", "Count", state.StaleCollectors),
            new("RejectedDocuments", "Count", state.RejectedDocuments),
            new("RejectedRows", "Count", state.RejectedRows),
        ];
        output.WriteLine(EmbeddedMetricFormat.Line(
            clock.GetUtcNow(),
            NoDimensions,
            new Dictionary<string, string>(),
            state.SnapshotAge is { } age ? [.. counts, new("SnapshotAge", "Seconds", age.TotalSeconds)] : counts));
    }
}
