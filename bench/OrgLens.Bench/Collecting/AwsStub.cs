using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using OrgLens.Bench.Collecting.Answers;
using OrgLens.Local.Gateway;

namespace OrgLens.Bench.Collecting;

/// <summary>An endpoint that answers for all services in all Regions, each time after the same while.</summary>
internal sealed class AwsStub : IAsyncDisposable
{
    private readonly WebApplication _server;
    private long _calls;

    private AwsStub(WebApplication server) => _server = server;

    /// <summary>How long an answer takes: about what a call to a Region on the same continent does.</summary>
    public static TimeSpan Latency { get; } = TimeSpan.FromMilliseconds(40);

    public Uri Endpoint { get; private set; } = new("http://127.0.0.1");

    /// <summary>Requests so far.</summary>
    public long Calls => Volatile.Read(ref _calls);

    public static async Task<AwsStub> StartAsync(CancellationToken cancellationToken)
    {
        var server = LocalGateway.Build(port: 0);
        var stub = new AwsStub(server);
        server.Run(stub.HandleAsync);
        await server.StartAsync(cancellationToken);
        stub.Endpoint = new Uri(server.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
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
        Interlocked.Increment(ref _calls);
        var answered = Task.Delay(Latency, context.RequestAborted);
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        // Credential=key/date/region/service/aws4_request
        var scope = context.Request.Headers.Authorization.ToString().Split(',')[0].Split('/');
        var (region, service) = scope is [.., var place, var name, "aws4_request"] ? (place, name) : (string.Empty, string.Empty);
        var text = OperationIndex.Find(context.Request, service, body) is { } operation
            ? AccountAnswers.Of(operation, region, body + context.Request.QueryString)
            : null;
        await answered;
        context.Response.StatusCode = text is null ? 404 : 200;
        var bytes = Encoding.UTF8.GetBytes(text ?? """{"__type":"UnknownOperationException"}""");
        context.Response.ContentType = bytes.AsSpan().StartsWith("{"u8) ? "application/json" : "text/xml";
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
