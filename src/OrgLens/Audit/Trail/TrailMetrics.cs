using OrgLens.Metrics;

namespace OrgLens.Audit.Trail;

/// <summary>Writes the filter's metrics as log lines.</summary>
/// <param name="output">Where log lines go; in Lambda the console.</param>
/// <param name="clock">Time of the metric.</param>
public sealed class TrailMetrics(TextWriter output, TimeProvider clock) : ITrailMetrics
{
    private static readonly string[][] DimensionSets = [["FilterOutcome"]];

    /// <inheritdoc/>
    public void Count(FilterResult result, TimeSpan elapsed)
    {
        ArgumentNullException.ThrowIfNull(result);
        MetricValue[] lag = result.Lag is { } time ? [new("TrailLag", "Milliseconds", time.TotalMilliseconds)] : [];
        output.WriteLine(EmbeddedMetricFormat.Line(
            clock.GetUtcNow(),
            DimensionSets,
            new Dictionary<string, string> { ["FilterOutcome"] = result.Outcome.ToString() },
            [
                new("TrailFiles", "Count", 1),
                new("TrailRecords", "Count", result.Records),
                new("WantedRecords", "Count", result.Wanted),
                new("RejectedRecords", "Count", result.Rejected),
                new("TrailBytes", "Bytes", result.Bytes),
                new("FilterTime", "Milliseconds", elapsed.TotalMilliseconds),
                .. lag,
            ]));
    }
}
