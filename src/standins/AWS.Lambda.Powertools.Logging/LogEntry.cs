using Microsoft.Extensions.Logging;

namespace AWS.Lambda.Powertools.Logging;

public class LogEntry
{
    internal LogEntry()
    {
    }

    public bool ColdStart { get; internal init; }

    public string XRayTraceId { get; internal init; }

    public string CorrelationId { get; internal init; }

    public DateTime Timestamp { get; internal init; }

    public LogLevel Level { get; internal init; }

    public string Service { get; internal init; }

    public string Name { get; internal init; }

    public object Message { get; internal init; }

    public double? SamplingRate { get; internal init; }

    public Dictionary<string, object> ExtraKeys { get; internal init; }

    public Exception Exception { get; internal init; }

    public LogEntryLambdaContext LambdaContext { get; internal init; }
}
