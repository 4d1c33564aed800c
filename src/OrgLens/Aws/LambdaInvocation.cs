namespace OrgLens.Aws;

/// <summary>Starts Lambda functions. See https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html</summary>
public static class LambdaInvocation
{
    /// <summary>The operation; <c>InvocationType</c> <c>Event</c> is answered with an empty body at once.</summary>
    public static readonly AwsOperation Invoke = AwsServices.Lambda.Operation(nameof(Invoke)) with
    {
        Route = new AwsRoute("POST", "/2015-03-31/functions/{FunctionName}/invocations")
        {
            Headers = new Dictionary<string, string> { ["InvocationType"] = "X-Amz-Invocation-Type" },
        },
        IamActions = ["lambda:InvokeFunction"],
        HasNoResult = true,
    };
}
