using System.Net.Http.Headers;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What the Runtime API says about one invocation.</summary>
internal sealed class InvocationHeaders(HttpResponseHeaders headers)
{
    public string AwsRequestId { get; } =
        First(headers, "Lambda-Runtime-Aws-Request-Id") ?? throw new KeyNotFoundException("The invocation has no Lambda-Runtime-Aws-Request-Id.");

    public string DeadlineMs { get; } = First(headers, "Lambda-Runtime-Deadline-Ms");

    public string InvokedFunctionArn { get; } = First(headers, "Lambda-Runtime-Invoked-Function-Arn");

    public string TraceId { get; } = First(headers, "Lambda-Runtime-Trace-Id");

    public string ClientContext { get; } = First(headers, "Lambda-Runtime-Client-Context");

    public string CognitoIdentity { get; } = First(headers, "Lambda-Runtime-Cognito-Identity");

    public string TenantId { get; } = First(headers, "Lambda-Runtime-Aws-Tenant-Id");

    private static string First(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
