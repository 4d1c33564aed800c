namespace OrgLens.Metrics;

/// <summary>One number of a metric line.</summary>
/// <param name="Name">Its name in CloudWatch.</param>
/// <param name="Unit">Its unit, as CloudWatch writes them (<c>Count</c>, <c>Milliseconds</c>, <c>Bytes</c>).</param>
/// <param name="Value">The number.</param>
public readonly record struct MetricValue(string Name, string Unit, double Value);
