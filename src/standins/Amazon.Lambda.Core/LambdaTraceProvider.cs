namespace Amazon.Lambda.Core;

public class LambdaTraceProvider
{
    /// <summary>The runtime client sets the variable anew for each invocation.</summary>
    public static string CurrentTraceId => Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID");
}
