using Amazon.Lambda.Core;

namespace AWS.Lambda.Powertools.Logging.Internal;

/// <summary>What the lines of one invocation say about it.</summary>
internal sealed record Invocation(
    bool ColdStart, LogEntryLambdaContext Context, string XRayTraceId, string CorrelationId, bool IsSampled, LogSettings Settings)
{
    // Per asynchronous flow: an environment that serves several invocations at once must not mix them up.
    private static readonly AsyncLocal<Invocation> Flow = new();

    /// <summary>Null outside a method with [Logging].</summary>
    public static Invocation Current
    {
        get => Flow.Value;
        set => Flow.Value = value;
    }

    public static LogEntryLambdaContext Describe(ILambdaContext context) => context is null ? null : new LogEntryLambdaContext
    {
        AwsRequestId = context.AwsRequestId,
        FunctionName = context.FunctionName,
        FunctionVersion = context.FunctionVersion,
        InvokedFunctionArn = context.InvokedFunctionArn,
        MemoryLimitInMB = context.MemoryLimitInMB,
    };

    /// <summary>The root of the trace, without the segment and the sampling decision.</summary>
    public static string RootOf(string trace) =>
        string.IsNullOrWhiteSpace(trace) ? null : trace.Split(';', StringSplitOptions.RemoveEmptyEntries)[0].Replace("Root=", "", StringComparison.Ordinal);
}
