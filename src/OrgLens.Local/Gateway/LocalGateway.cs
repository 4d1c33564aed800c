using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace OrgLens.Local.Gateway;

/// <summary>The one endpoint of the local cloud: the first route that owns a request answers it, everything else goes to the emulator.</summary>
public sealed class LocalGateway : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ReverseProxy _emulator;

    private LocalGateway(WebApplication server, ReverseProxy emulator, Uri endpoint)
    {
        _server = server;
        _emulator = emulator;
        Endpoint = endpoint;
    }

    /// <summary>What to put into AWS_ENDPOINT_URL.</summary>
    public Uri Endpoint { get; }

    /// <summary>Listens on a loopback port; 0 takes a free one.</summary>
    /// <exception cref="LocalCloudException">The port is taken.</exception>
    public static async Task<LocalGateway> StartAsync(
        int port, IReadOnlyList<ServiceRoute> routes, Uri emulator, Action<LocalRequest>? onRequest = null, CancellationToken cancellationToken = default)
    {
        var proxy = new ReverseProxy(emulator);
        var server = Build(port);
        server.Run(async context =>
        {
            if (onRequest is not null && await LocalRequest.ReadAsync(context) is { } request)
            {
                onRequest(request);
            }

            await Dispatch(context, routes, proxy);
        });
        try
        {
            await server.StartAsync(cancellationToken);
        }
        catch (IOException e)
        {
            await server.DisposeAsync();
            proxy.Dispose();
            throw new LocalCloudException($"Port {port} of 127.0.0.1 is taken: choose another one with --port.", e);
        }

        var address = server.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
        return new LocalGateway(server, proxy, new Uri(address));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await _server.StopAsync(atOnce.Token);
        await _server.DisposeAsync();
        _emulator.Dispose();
    }

    internal static WebApplication Build(int port)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [] });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            // Clients may think as long as they like: a debugger is one of them.
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        return builder.Build();
    }

    private static Task Dispatch(HttpContext context, IReadOnlyList<ServiceRoute> routes, ReverseProxy emulator)
    {
        var service = CredentialScope.Of(context.Request)?.Service;
        foreach (var route in routes)
        {
            if (route.Owns(context.Request, service))
            {
                return route.HandleAsync(context);
            }
        }

        return emulator.ForwardAsync(context);
    }
}
