using System.Net;
using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.RuntimeSupport.Bootstrap;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace StandIns.Lambda.Tests.RuntimeSupport;

public sealed class BootstrapTests : IDisposable
{
    private readonly FakeRuntimeApi _api = new();
    private readonly StringWriter _console = new();
    private readonly DefaultLambdaJsonSerializer _serializer = new();
    private readonly Dictionary<string, string> _variables = new()
    {
        ["AWS_LAMBDA_DOTNET_DEBUG_RUN_ONCE"] = "true",
        ["AWS_LAMBDA_DOTNET_DISABLE_MEMORY_LIMIT_CHECK"] = "true",
        ["AWS_LAMBDA_FUNCTION_NAME"] = "ingest",
        ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = "512",
    };

    public void Dispose()
    {
        _api.Dispose();
        _console.Dispose();
    }

    [Fact]
    public async Task A_result_is_posted_as_JSON_to_its_invocation()
    {
        _api.Enqueue("r1", """{"name":"x"}""");

        await RunAsync(HandlerWrapper.GetHandlerWrapper((Func<Dictionary<string, string>, ILambdaContext, Task<List<string>>>)HandleAsync, _serializer));

        Assert.Equal("/2018-06-01/runtime/invocation/next", Assert.Single(_api.Gets).Path);
        Assert.Matches(@"^aws-lambda-dotnet/10\.\S+-2\.1\.2\.0$", _api.Gets[0].Headers["User-Agent"]);
        var post = Assert.Single(_api.Posts);
        Assert.Equal("/2018-06-01/runtime/invocation/r1/response", post.Path);
        Assert.Equal("application/json", post.Headers["Content-Type"]);
        Assert.Equal("""["x","ingest"]""", post.Body);

        static Task<List<string>> HandleAsync(Dictionary<string, string> input, ILambdaContext context) =>
            Task.FromResult<List<string>>([input["name"], context.FunctionName]);
    }

    [Fact]
    public async Task A_function_without_a_result_posts_an_empty_body()
    {
        _api.Enqueue("r1", "{}");

        await RunAsync(HandlerWrapper.GetHandlerWrapper((Action<Dictionary<string, string>>)(_ => { }), _serializer));

        Assert.Equal(string.Empty, Assert.Single(_api.Posts).Body);
    }

    [Fact]
    public async Task A_stream_that_is_no_memory_is_posted_too()
    {
        _api.Enqueue("r1", "\"event\"");

        await RunAsync(HandlerWrapper.GetHandlerWrapper((Func<Stream, Stream>)(input => new BufferedStream(input))));

        Assert.Equal("\"event\"", Assert.Single(_api.Posts).Body);
    }

    [Fact]
    public async Task A_failure_is_posted_with_its_type_message_stack_and_causes()
    {
        _api.Enqueue("r1", "{}");

        await RunAsync(Throwing(() => throw new AggregateException("several é", new ArgumentException("inner"), new FormatException("other"))));

        var post = Assert.Single(_api.Posts);
        Assert.Equal("/2018-06-01/runtime/invocation/r1/error", post.Path);
        Assert.Equal("application/vnd.aws.lambda.error+json", post.Headers["Content-Type"]);
        Assert.Equal("AggregateException", post.Headers["Lambda-Runtime-Function-Error-Type"]);
        var body = JsonDocument.Parse(post.Body).RootElement;
        Assert.Equal("AggregateException", body.GetProperty("errorType").GetString());
        Assert.StartsWith("several é", body.GetProperty("errorMessage").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("at ", body.GetProperty("stackTrace")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal("ArgumentException", body.GetProperty("cause").GetProperty("errorType").GetString());
        Assert.Equal(["inner", "other"], body.GetProperty("causes").EnumerateArray().Select(cause => cause.GetProperty("errorMessage").GetString()));
        var cause = JsonDocument.Parse(post.Headers["Lambda-Runtime-Function-XRay-Error-Cause"]).RootElement;
        Assert.Equal("AggregateException", cause.GetProperty("exceptions")[0].GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_failure_beyond_256_KiB_is_cut_down()
    {
        _api.Enqueue("r1", "{}");

        await RunAsync(Throwing(() => throw new InvalidOperationException("outer", new FormatException(new string('x', 300_000)))));

        var body = JsonDocument.Parse(_api.Posts[0].Body).RootElement;
        Assert.Equal("outer", body.GetProperty("errorMessage").GetString());
        Assert.Equal("Exception exceeded maximum payload size of 256KB.", body.GetProperty("cause").GetProperty("errorMessage").GetString());
    }

    [Fact]
    public async Task An_event_that_cannot_be_read_is_a_failed_invocation()
    {
        _api.Enqueue("r1", "{");

        await RunAsync(HandlerWrapper.GetHandlerWrapper((Action<Dictionary<string, string>>)(_ => { }), _serializer));

        Assert.Equal("JsonSerializerException", Assert.Single(_api.Posts).Headers["Lambda-Runtime-Function-Error-Type"]);
    }

    [Fact]
    public async Task After_a_failure_the_next_invocation_is_asked_for()
    {
        _variables.Remove("AWS_LAMBDA_DOTNET_DEBUG_RUN_ONCE");
        _api.Enqueue("r1", "{}");
        _api.Enqueue("r2", "{}");

        await Assert.ThrowsAsync<RuntimeApiClientException>(() => RunAsync(Throwing(() => throw new FormatException())));

        Assert.Equal(
            ["/2018-06-01/runtime/invocation/r1/error", "/2018-06-01/runtime/invocation/r2/error"], _api.Posts.Select(post => post.Path));
    }

    [Fact]
    public async Task An_accepted_error_without_a_body_ends_the_process()
    {
        _api.Enqueue("r1", "{}");
        _api.AcceptedBody = string.Empty;

        var exception = await Assert.ThrowsAsync<RuntimeApiClientException>(() => RunAsync(Throwing(() => throw new FormatException())));

        Assert.Equal(202, exception.StatusCode);
    }

    [Fact]
    public async Task An_accepted_result_needs_no_body()
    {
        _api.Enqueue("r1", "{}");
        _api.AcceptedBody = string.Empty;

        await RunAsync(HandlerWrapper.GetHandlerWrapper((Action)(() => { })));

        Assert.Single(_api.Posts);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "Forbidden")]
    [InlineData(HttpStatusCode.RequestEntityTooLarge, "Payload Too Large")]
    [InlineData(HttpStatusCode.InternalServerError, "Container error")]
    [InlineData(HttpStatusCode.Conflict, "The HTTP status code of the response was not expected (409).")]
    public async Task A_refused_result_ends_the_process(HttpStatusCode status, string message)
    {
        _api.Enqueue("r1", "{}");
        _api.PostStatus = status;

        var exception = await Assert.ThrowsAsync<RuntimeApiClientException>(() => RunAsync(HandlerWrapper.GetHandlerWrapper((Action)(() => { }))));

        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_initializer_that_throws_is_reported_and_nothing_is_invoked()
    {
        await Assert.ThrowsAsync<FormatException>(() => RunAsync(
            HandlerWrapper.GetHandlerWrapper((Action)(() => { })), () => throw new FormatException("bad start")));

        Assert.Empty(_api.Gets);
        var post = Assert.Single(_api.Posts);
        Assert.Equal("/2018-06-01/runtime/init/error", post.Path);
        Assert.Equal("bad start", JsonDocument.Parse(post.Body).RootElement.GetProperty("errorMessage").GetString());
    }

    [Fact]
    public async Task An_initializer_that_says_no_ends_the_run()
    {
        await RunAsync(HandlerWrapper.GetHandlerWrapper((Action)(() => { })), () => Task.FromResult(false));

        Assert.Empty(_api.Gets);
    }

    [Fact]
    public async Task The_context_tells_what_the_Runtime_API_said()
    {
        var deadline = DateTimeOffset.UtcNow.AddHours(1);
        _api.Enqueue(
            "r1",
            "{}",
            deadline,
            ("Lambda-Runtime-Invoked-Function-Arn", "arn:f"),
            ("Lambda-Runtime-Trace-Id", "Root=1"),
            ("Lambda-Runtime-Cognito-Identity", """{"cognitoIdentityId":"i","cognitoIdentityPoolId":"p"}"""),
            ("Lambda-Runtime-Client-Context", """{"client":{"app_title":"t"},"custom":{"a":"b"},"env":{"c":"d"}}"""));
        ILambdaContext? seen = null;
        string? trace = null;

        await RunAsync(HandlerWrapper.GetHandlerWrapper(
            (Action<Dictionary<string, string>, ILambdaContext>)((_, context) => (seen, trace) = (context, context.TraceId)), _serializer));

        Assert.NotNull(seen);
        Assert.Equal(("r1", "arn:f", 512, "Root=1"), (seen.AwsRequestId, seen.InvokedFunctionArn, seen.MemoryLimitInMB, trace));
        Assert.InRange(seen.RemainingTime, TimeSpan.Zero, TimeSpan.FromHours(1));
        Assert.Equal(("i", "p"), (seen.Identity.IdentityId, seen.Identity.IdentityPoolId));
        Assert.Equal(("t", "b", "d"), (seen.ClientContext.Client.AppTitle, seen.ClientContext.Custom["a"], seen.ClientContext.Environment["c"]));
        Assert.Same(_serializer, seen.Serializer);
    }

    [Fact]
    public async Task A_deadline_in_the_past_leaves_less_than_no_time()
    {
        _api.Enqueue("r1", "{}", DateTimeOffset.UtcNow.AddSeconds(-5));
        var remaining = TimeSpan.Zero;

        await RunAsync(HandlerWrapper.GetHandlerWrapper((Action<ILambdaContext>)(context => remaining = context.RemainingTime)));

        Assert.True(remaining < TimeSpan.FromSeconds(-4), $"{remaining}");
    }

    [Fact]
    public async Task A_failure_is_logged_under_its_invocation()
    {
        _api.Enqueue("r1", "{}");

        await RunAsync(Throwing(() => throw new FormatException("no good")));

        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\tr1\tfail\tSystem\.FormatException: no good\n", _console.ToString());
    }

    private static HandlerWrapper Throwing(Action handler) => HandlerWrapper.GetHandlerWrapper(handler);

    private async Task RunAsync(HandlerWrapper handler, LambdaBootstrapInitializer? initializer = null)
    {
        using var bootstrap = new LambdaBootstrap(
            null,
            handler.Handler,
            handler.Serializer,
            new LambdaBootstrapOptions { RuntimeApiEndpoint = _api.Endpoint },
            initializer,
            name => _variables.GetValueOrDefault(name),
            environment => new InvocationLog(_console, _console, environment));
        await bootstrap.RunAsync();
    }
}
