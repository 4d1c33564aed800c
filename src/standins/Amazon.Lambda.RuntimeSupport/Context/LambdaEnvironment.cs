using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The variables that the service sets for a function, read once.</summary>
internal sealed class LambdaEnvironment(Func<string, string> variable, LambdaBootstrapOptions options)
{
    public string RuntimeApi { get; } =
        string.IsNullOrEmpty(options?.RuntimeApiEndpoint) ? variable("AWS_LAMBDA_RUNTIME_API") : options.RuntimeApiEndpoint;

    public string FunctionName { get; } = variable("AWS_LAMBDA_FUNCTION_NAME");

    public string FunctionVersion { get; } = variable("AWS_LAMBDA_FUNCTION_VERSION");

    public int MemorySize { get; } = int.TryParse(variable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"), out var megabytes) ? megabytes : 0;

    public string LogGroupName { get; } = variable("AWS_LAMBDA_LOG_GROUP_NAME");

    public string LogStreamName { get; } = variable("AWS_LAMBDA_LOG_STREAM_NAME");

    public string LogLevel { get; } = FirstSet(variable, "AWS_LAMBDA_HANDLER_LOG_LEVEL", "AWS_LAMBDA_LOG_LEVEL");

    public string LogFormat { get; } = FirstSet(variable, "AWS_LAMBDA_HANDLER_LOG_FORMAT", "AWS_LAMBDA_LOG_FORMAT");

    /// <summary>For profiling and tests: one invocation, then a clean end.</summary>
    public bool RunsOnce { get; } = IsTrue(variable("AWS_LAMBDA_DOTNET_DEBUG_RUN_ONCE"));

    public bool KeepsMemoryLimit { get; } = IsTrue(variable("AWS_LAMBDA_DOTNET_DISABLE_MEMORY_LIMIT_CHECK"));

    private static bool IsTrue(string value) => string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);

    private static string FirstSet(Func<string, string> variable, string first, string second) =>
        variable(first) is { Length: > 0 } value ? value : variable(second);
}
