namespace Amazon.Lambda.Core;

public class LambdaTraceProvider
{
    private static readonly bool _concurrent = Environment.GetEnvironmentVariable("AWS_LAMBDA_MAX_CONCURRENCY") is { Length: > 0 };
    private static readonly AsyncLocal<string> _flowing = new();
    private static string _current;

    public static string CurrentTraceId =>
        _concurrent ? _flowing.Value : _current ?? Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID");

    internal static void SetCurrentTraceId(string traceId)
    {
        if (_concurrent)
        {
            _flowing.Value = traceId;
        }
        else
        {
            _current = traceId;
        }
    }
}
