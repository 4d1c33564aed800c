using System.Globalization;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

internal sealed class LambdaContext(InvocationHeaders headers, LambdaEnvironment environment, InvocationLog log) : ILambdaContext
{
    private readonly long _deadline = long.TryParse(headers.DeadlineMs, CultureInfo.InvariantCulture, out var ms) ? ms : 0;

    public string AwsRequestId => headers.AwsRequestId;

    public IClientContext ClientContext => field ??= RuntimeSupport.ClientContext.FromJson(headers.ClientContext);

    public string FunctionName => environment.FunctionName;

    public string FunctionVersion => environment.FunctionVersion;

    public ICognitoIdentity Identity => field ??= CognitoIdentity.FromJson(headers.CognitoIdentity);

    public string InvokedFunctionArn => headers.InvokedFunctionArn;

    public ILambdaLogger Logger => field ??= new InvocationLogger(log);

    public string LogGroupName => environment.LogGroupName;

    public string LogStreamName => environment.LogStreamName;

    public int MemoryLimitInMB => environment.MemorySize;

    public TimeSpan RemainingTime => TimeSpan.FromMilliseconds(_deadline - (DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds);

    public string TenantId => headers.TenantId;

    public string TraceId => headers.TraceId;

    public ILambdaSerializer Serializer { get; set; }

    internal InvocationHeaders Headers => headers;
}
