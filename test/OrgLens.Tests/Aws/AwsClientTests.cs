using System.Net;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using OrgLens.Aws;
using OrgLens.Tests.Sender;

namespace OrgLens.Tests.Aws;

/// <summary>What becomes of the answers, and of the lack of them, that a server on the loopback gives.</summary>
public sealed class AwsClientTests
{
    private static readonly AwsOperation ListKeys = AwsServices.Kms.Operation("ListKeys");
    private static readonly AwsOperation DescribeRegions = AwsServices.Ec2.Operation("DescribeRegions");
    private static readonly AwsOperation GetCostForecast = AwsServices.CostExplorer.Operation("GetCostForecast") with { PriceUsd = 0.01m };

    public static TheoryData<string, int, string, int> Errors => new()
    {
        { """{"__type":"AccessDeniedException","message":"User: arn:aws:sts::111122223333:assumed-role/r/s is not authorized to perform: kms:ListKeys because no identity-based policy allows the kms:ListKeys action"}""", 400, "DeniedByPolicy AccessDeniedException", 1 },
        { """{"__type":"AccessDeniedException","message":"User: x is not authorized to perform: kms:ListKeys with an explicit deny in a service control policy: arn:aws:organizations::1:policy/o-1/p-1"}""", 400, "DeniedByScp AccessDeniedException", 1 },
        { """{"__type":"AccessDeniedException","message":"User: x is not authorized because no service control policy allows the kms:ListKeys action"}""", 400, "DeniedByScp AccessDeniedException", 1 },
        { """{"__type":"SubscriptionRequiredException","message":"needs a support plan"}""", 400, "NotEnabled SubscriptionRequiredException", 1 },
        { """{"__type":"InvalidAccessException","message":"Account 1 is not subscribed to AWS Security Hub"}""", 401, "NotEnabled InvalidAccessException", 1 },
        { """{"__type":"UnrecognizedClientException","message":"The security token included in the request is invalid."}""", 400, "Failed UnrecognizedClientException", 1 },
        { """{"__type":"com.amazonaws.kms#NotFoundException","message":"gone"}""", 400, "NotFound NotFoundException", 1 },
        { """{"__type":"ValidationException","message":"no"}""", 400, "Failed ValidationException", 1 },
        { """{"__type":"ThrottlingException","message":"Rate exceeded"}""", 400, "Throttled ThrottlingException", 4 },
        { "slow down", 429, "Throttled Http429", 4 },
        { """{"__type":"InternalFailure"}""", 500, "Failed InternalFailure", 2 },
        { "<html><body>Forbidden by proxy</body></html>", 403, "Malformed Http403", 1 },
        { "<html><body>Bad gateway</body></html>", 502, "Malformed Http502", 2 },
        { "<html><body>Welcome to the hotel</body></html>", 200, "Malformed Malformed", 2 },
        { "", 200, "Malformed Malformed", 2 },
        { """{"Keys":[""", 200, "Malformed Malformed", 2 },
        { """{"Keys":[]} trailing""", 200, "Malformed Malformed", 2 },
        { "[]", 200, "Malformed Malformed", 2 },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task A_failure_is_named_and_tried_again_only_if_it_may_pass(string body, int status, string expected, int attempts)
    {
        await using var server = await WireServer.StartAsync(WireAnswer.Of(body, status));
        using var client = Client(server.Url);
        var failure = await Assert.ThrowsAsync<AwsCallException>(() => client.CallAsync(ListKeys, "eu-west-1", null, CancellationToken.None));
        Assert.Equal((expected, attempts), ($"{failure.Kind} {failure.Code}", server.Requests.Count));
        Assert.Equal((HttpStatusCode)status, failure.StatusCode);
        Assert.DoesNotContain("arn:", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invocation_that_nobody_waits_for_is_answered_with_nothing()
    {
        await using var server = await WireServer.StartAsync(WireAnswer.Of("", status: 202));
        using var client = Client(server.Url);
        var input = new JsonObject { ["FunctionName"] = "orglens-CollectSnapshot", ["InvocationType"] = "Event" };

        await client.CallAsync(LambdaInvocation.Invoke, "eu-west-1", input, CancellationToken.None);

        var request = Assert.Single(server.Requests);
        Assert.Equal("/2015-03-31/functions/orglens-CollectSnapshot/invocations", request.Target);
        Assert.Equal("Event", request.Headers["x-amz-invocation-type"]);
    }

    [Theory]
    [InlineData("me-south-1", AwsErrorKind.RegionDisabled)]
    [InlineData("eu-west-1", AwsErrorKind.Failed)]
    public async Task Unknown_credentials_mean_a_disabled_Region_only_where_Regions_are_opted_into(string region, AwsErrorKind expected)
    {
        await using var server = await WireServer.StartAsync(WireAnswer.Error("UnrecognizedClientException"));
        using var client = Client(server.Url);
        var failure = await Assert.ThrowsAsync<AwsCallException>(() => client.CallAsync(ListKeys, region, null, CancellationToken.None));
        Assert.Equal(expected, failure.Kind);
    }

    [Theory]
    [InlineData("<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>You are not authorized to perform this operation. User: x with an explicit deny in a service control policy</Message></Error></Errors><RequestID>r</RequestID></Response>", 403, "DeniedByScp UnauthorizedOperation")]
    [InlineData("<Response><Errors><Error><Code>AuthFailure</Code><Message>AWS was not able to validate the provided access credentials</Message></Error></Errors><RequestID>r</RequestID></Response>", 401, "Failed AuthFailure")]
    [InlineData("<Response><Errors><Error><Code>RequestLimitExceeded</Code><Message>m</Message></Error></Errors><RequestID>r</RequestID></Response>", 503, "Throttled RequestLimitExceeded")]
    [InlineData("<html><body><br>no", 403, "Malformed Http403")]
    [InlineData("", 500, "Malformed Http500")]
    [InlineData("<html><body>Welcome</body></html>", 200, "Malformed Malformed")]
    [InlineData("<DescribeRegionsResponse><regionInfo>", 200, "Malformed Malformed")]
    public async Task Failures_of_XML_services_are_named_alike(string body, int status, string expected)
    {
        await using var server = await WireServer.StartAsync(WireAnswer.Of(body, status, "text/xml"));
        using var client = Client(server.Url);
        var failure = await Assert.ThrowsAsync<AwsCallException>(() => client.CallAsync(DescribeRegions, "eu-west-1", null, CancellationToken.None));
        Assert.Equal(expected, $"{failure.Kind} {failure.Code}");
    }

    [Fact]
    public async Task A_call_succeeds_when_its_fault_passes()
    {
        await using var server = await WireServer.StartAsync(
            WireAnswer.Error("ThrottlingException"), WireAnswer.Reset, WireAnswer.CutOff, WireAnswer.Of("""{"Keys":[{"KeyId":"k"}]}"""));
        using var client = Client(server.Url, new AwsRetry(4, 4, TimeSpan.Zero, TimeSpan.Zero));
        var answer = await client.CallAsync(ListKeys, "eu-west-1", null, CancellationToken.None);
        Assert.Equal("k", Assert.Single(answer.List("Keys")).Text("KeyId"));
        Assert.True(server.Requests.Count >= 4);
    }

    [Fact]
    public async Task A_connection_that_is_refused_is_named()
    {
        using var client = Client(new Uri("http://127.0.0.1:1"));
        var failure = await Assert.ThrowsAsync<AwsCallException>(() => client.CallAsync(ListKeys, "eu-west-1", null, CancellationToken.None));
        Assert.Equal(AwsErrorKind.Unreachable, failure.Kind);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_that_does_not_begin_or_stops_half_way_ends_in_a_timeout(bool begins)
    {
        var clock = new StoppedClock(DateTimeOffset.UnixEpoch);
        await using var server = await WireServer.StartAsync(_ =>
        {
            // The request is under way: the time runs out.
            ThreadPool.QueueUserWorkItem(_ => clock.Advance(TimeSpan.FromMinutes(1)));
            return begins ? WireAnswer.Stall : WireAnswer.Silence;
        });
        using var client = new AwsClient(Options(server.Url, new AwsRetry(1, 2, TimeSpan.Zero, TimeSpan.Zero)), clock);
        var failure = await Assert.ThrowsAsync<AwsCallException>(() => client.CallAsync(ListKeys, "eu-west-1", null, CancellationToken.None));
        Assert.Equal((AwsErrorKind.TimedOut, 2), (failure.Kind, server.Requests.Count));
    }

    [Fact]
    public async Task Cancellation_ends_a_call_as_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        await using var server = await WireServer.StartAsync(_ =>
        {
            cancelled.Cancel();
            return WireAnswer.Silence;
        });
        using var client = Client(server.Url);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.CallAsync(ListKeys, "eu-west-1", null, cancelled.Token));
    }

    [Fact]
    public async Task A_paid_request_is_not_repeated_unless_it_was_throttled()
    {
        await using var server = await WireServer.StartAsync(WireAnswer.Error("ThrottlingException"), WireAnswer.Error("InternalFailure", 500));
        using var client = Client(server.Url);
        await Assert.ThrowsAsync<AwsCallException>(() => client.CallAsync(GetCostForecast, "eu-west-1", null, CancellationToken.None));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Calls_of_which_a_third_is_throttled_all_succeed()
    {
        var place = 0;
        await using var server = await WireServer.StartAsync(_ => Interlocked.Increment(ref place) % 3 == 0 ? WireAnswer.Error("ThrottlingException") : WireAnswer.Of("{}"));
        using var client = Client(server.Url, AwsRetry.Default with { FirstDelay = TimeSpan.Zero });
        await Parallel.ForEachAsync(Enumerable.Range(0, 60), async (_, token) => await client.CallAsync(ListKeys, "eu-west-1", null, token));
        Assert.InRange(server.Requests.Count, 80, 95);
    }

    private static AwsClient Client(Uri url, AwsRetry? retry = null) => new(Options(url, retry ?? new AwsRetry(4, 2, TimeSpan.Zero, TimeSpan.Zero)), TimeProvider.System);

    private static AwsClientOptions Options(Uri url, AwsRetry retry) => new() { Credentials = new BasicAWSCredentials("AKIDEXAMPLE", "secret"), Endpoint = url, Retry = retry };
}
