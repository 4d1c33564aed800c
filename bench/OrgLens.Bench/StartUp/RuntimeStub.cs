using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using OrgLens.Local.Gateway;

namespace OrgLens.Bench.StartUp;

/// <summary>A Runtime API that has one event to give and remembers when it was asked and answered.</summary>
internal sealed class RuntimeStub : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ReadOnlyMemory<byte> _event;
    private readonly TaskCompletionSource<(long At, string? Error)> _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _askedAt;

    private RuntimeStub(WebApplication server, ReadOnlyMemory<byte> @event)
    {
        _server = server;
        _event = @event;
    }

    /// <summary>What AWS_LAMBDA_RUNTIME_API is to be.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Timestamp of the first question.</summary>
    public long AskedAt => Volatile.Read(ref _askedAt);

    /// <summary>Timestamp of the answer.</summary>
    public Task<(long At, string? Error)> Answered => _answered.Task;

    public static async Task<RuntimeStub> StartAsync(ReadOnlyMemory<byte> @event)
    {
        var server = LocalGateway.Build(port: 0);
        var stub = new RuntimeStub(server, @event);
        server.Run(stub.HandleAsync);
        await server.StartAsync();
        stub.Address = new Uri(server.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single()).Authority;
        return stub;
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await _server.StopAsync(atOnce.Token);
        await _server.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var now = Stopwatch.GetTimestamp();
        var path = context.Request.Path.Value!;
        if (!path.EndsWith("/next", StringComparison.Ordinal))
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync(context.RequestAborted);
            _answered.TrySetResult((now, path.EndsWith("/error", StringComparison.Ordinal) ? body : null));
            context.Response.StatusCode = 202;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("""{"status":"OK"}""", context.RequestAborted);
        }
        else if (Interlocked.CompareExchange(ref _askedAt, now, 0) == 0)
        {
            var headers = context.Response.Headers;
            headers["Lambda-Runtime-Aws-Request-Id"] = Guid.NewGuid().ToString();
            headers["Lambda-Runtime-Deadline-Ms"] = DateTimeOffset.UtcNow.AddMinutes(5).ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
            headers["Lambda-Runtime-Invoked-Function-Arn"] = "arn:aws:lambda:eu-west-1:123456789012:function:bench";
            headers["Lambda-Runtime-Trace-Id"] = "Root=1-00000000-000000000000000000000000;Sampled=0";
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = _event.Length;
            await context.Response.Body.WriteAsync(_event, context.RequestAborted);
        }
        else
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }
}
