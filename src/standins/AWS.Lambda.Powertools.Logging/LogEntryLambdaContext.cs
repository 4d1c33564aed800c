namespace AWS.Lambda.Powertools.Logging;

public class LogEntryLambdaContext
{
    internal LogEntryLambdaContext()
    {
    }

    public string AwsRequestId { get; internal init; }

    public string FunctionName { get; internal init; }

    public string FunctionVersion { get; internal init; }

    public int MemoryLimitInMB { get; internal init; }

    public string InvokedFunctionArn { get; internal init; }
}
