using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

internal sealed record LogEntry(
    DateTime Timestamp, LogLevel Level, InvocationHeaders Invocation, Exception Exception, string Template, object[] Arguments)
{
    public const string TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
}
