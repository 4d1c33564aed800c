using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace OrgLens.Tests.Aws;

/// <summary>An endpoint on the loopback that keeps every request and answers as it is told, the last answer for ever.</summary>
internal sealed class WireServer : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentQueue<WireRequest> _requests = new();

    private WireServer(WebApplication server) => _server = server;

    public Uri Url => new(_server.Urls.Single());

    public IReadOnlyList<WireRequest> Requests => [.. _requests];

    public static Task<WireServer> StartAsync(params WireAnswer[] answers)
    {
        var place = 0;
        return StartAsync(_ => answers[Math.Min(Interlocked.Increment(ref place), answers.Length) - 1]);
    }

    public static async Task<WireServer> StartAsync(Func<WireRequest, WireAnswer> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var server = new WireServer(application);
        application.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            var request = new WireRequest(
                context.Request.Method,
                context.Features.Get<IHttpRequestFeature>()!.RawTarget,
                context.Request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString(), StringComparer.Ordinal),
                body.ToArray());
            server._requests.Enqueue(request);
            await answer(request).GiveAsync(context);
        });
        await application.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
