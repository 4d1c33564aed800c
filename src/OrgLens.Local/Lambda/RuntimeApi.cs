using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using OrgLens.Local.Gateway;

namespace OrgLens.Local.Lambda;

/// <summary>The Lambda Runtime API of one execution environment, on a port of its own so that any runtime can speak to it.</summary>
internal sealed class RuntimeApi : IAsyncDisposable
{
    private const string Root = "/2018-06-01/runtime";
    private readonly WebApplication _server;
    private readonly ExecutionEnvironment _environment;

    private RuntimeApi(WebApplication server, ExecutionEnvironment environment)
    {
        _server = server;
        _environment = environment;
    }

    /// <summary>The value of AWS_LAMBDA_RUNTIME_API.</summary>
    public string Address { get; private set; } = "";

    public static async Task<RuntimeApi> StartAsync(ExecutionEnvironment environment)
    {
        var server = LocalGateway.Build(port: 0);
        var api = new RuntimeApi(server, environment);
        server.Run(api.HandleAsync);
        await server.StartAsync();
        var address = server.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
        api.Address = new Uri(address).Authority;
        return api;
    }

    public async ValueTask DisposeAsync()
    {
        // The runtime is gone: there is nobody to be polite to.
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await _server.StopAsync(atOnce.Token);
        await _server.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        switch (context.Request.Method, path)
        {
            case ("GET", Root + "/invocation/next"):
                await NextAsync(context);
                break;
            case ("POST", Root + "/init/error"):
                _environment.FailInit(await ReadAsync(context));
                await AcceptAsync(context);
                break;
            case ("POST", _) when TryReadResult(path, out var requestId, out var isError):
                await FinishAsync(context, requestId, isError);
                break;
            default:
                await AnswerAsync(context, 404, """{"errorMessage":"Not found","errorType":"NotFound"}""");
                break;
        }
    }

    private async Task NextAsync(HttpContext context)
    {
        Invocation invocation;
        try
        {
            invocation = await _environment.NextAsync(context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        var headers = context.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = invocation.RequestId;
        headers["Lambda-Runtime-Deadline-Ms"] = _environment.Deadline.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        headers["Lambda-Runtime-Invoked-Function-Arn"] = _environment.FunctionArn;
        headers["Lambda-Runtime-Trace-Id"] = $"Root=1-00000000-{invocation.RequestId.Replace("-", "", StringComparison.Ordinal)[..24]};Sampled=0";
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = invocation.Payload.Length;
        await context.Response.Body.WriteAsync(invocation.Payload, context.RequestAborted);
    }

    private async Task FinishAsync(HttpContext context, string requestId, bool isError)
    {
        var body = await ReadAsync(context);
        if (_environment.Finish(requestId, body, isError))
        {
            await AcceptAsync(context);
        }
        else
        {
            await AnswerAsync(context, 403, """{"errorMessage":"The invocation is not the current one.","errorType":"InvalidRequestID"}""");
        }
    }

    private static bool TryReadResult(string path, out string requestId, out bool isError)
    {
        var parts = path.Split('/');
        isError = parts[^1] == "error";
        requestId = parts.Length == 6 ? parts[4] : "";
        return parts.Length == 6 && path.StartsWith(Root + "/invocation/", StringComparison.Ordinal) && parts[^1] is "response" or "error";
    }

    private static async Task<byte[]> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return body.ToArray();
    }

    // Runtimes parse the body: an empty one ends some of them.
    private static Task AcceptAsync(HttpContext context) => AnswerAsync(context, 202, """{"status":"OK"}""");

    private static Task AnswerAsync(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json, context.RequestAborted);
    }
}
