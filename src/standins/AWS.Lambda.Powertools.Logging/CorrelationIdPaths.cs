namespace AWS.Lambda.Powertools.Logging;

public static class CorrelationIdPaths
{
    public const string ApiGatewayRest = "/RequestContext/RequestId";

    public const string ApiGatewayHttp = "/RequestContext/RequestId";

    public const string ApplicationLoadBalancer = "/Headers/x-amzn-trace-id";

    public const string EventBridge = "/Id";
}
