using OrgLens.Metrics;

namespace OrgLens.Sender;

/// <summary>Writes the sender's metrics as log lines.</summary>
/// <param name="output">Where log lines go; in Lambda the console.</param>
/// <param name="clock">Time of the metric.</param>
public sealed class SenderMetrics(TextWriter output, TimeProvider clock) : ISenderMetrics
{
    private static readonly string[][] DimensionSets = [["Completeness"]];

    /// <inheritdoc/>
    public void Count(SentSnapshot sent, TimeSpan elapsed)
    {
        ArgumentNullException.ThrowIfNull(sent);
        output.WriteLine(EmbeddedMetricFormat.Line(
            clock.GetUtcNow(),
            DimensionSets,
            new Dictionary<string, string> { ["Completeness"] = sent.IsComplete ? "complete" : "partial" },
            [
                new("SnapshotsSent", "Count", 1),
                new("CollectedRows", "Count", sent.Rows),
                new("CoverageGaps", "Count", sent.Gaps.Count),
                new("AwsCalls", "Count", sent.Calls),
                new("PaidCalls", "Count", sent.PaidCalls),
                new("SnapshotBytes", "Bytes", sent.Bytes),
                new("CollectTime", "Milliseconds", elapsed.TotalMilliseconds),
            ]));
    }
}
