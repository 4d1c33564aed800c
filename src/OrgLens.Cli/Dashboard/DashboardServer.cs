using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrgLens.Cli.Hub;
using OrgLens.Dashboards;

namespace OrgLens.Cli.Dashboard;

/// <summary>
/// Serves the page and its answers to this machine alone: bound to loopback, only under its own name (so that no other site can reach it
/// through a name of its own that points here), and with a policy under which the page can load and run nothing but itself.
/// </summary>
internal sealed class DashboardServer : IAsyncDisposable
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const int LongestQuestion = 256 * 1024;

    private readonly WebApplication _server;
    private readonly DashboardAnswers _answers;
    private readonly Dictionary<string, (string Type, byte[] Body)> _files;

    private DashboardServer(WebApplication server, DashboardAnswers answers)
    {
        _server = server;
        _answers = answers;
        _files = new(StringComparer.Ordinal)
        {
            ["/"] = ("text/html; charset=utf-8", Encoding.UTF8.GetBytes(PageFiles.Html)),
            ["/page.js"] = ("text/javascript; charset=utf-8", Encoding.UTF8.GetBytes(PageFiles.Script)),
            ["/page.css"] = ("text/css; charset=utf-8", Encoding.UTF8.GetBytes(PageFiles.Style)),
        };
    }

    /// <summary>Where it is to be found.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Listens on a loopback port; 0 takes a free one.</summary>
    /// <exception cref="CommandException">The port is taken.</exception>
    public static async Task<DashboardServer> StartAsync(DashboardAnswers answers, int port, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [] });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LongestQuestion;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        var server = new DashboardServer(builder.Build(), answers);
        server._server.Run(server.HandleAsync);
        try
        {
            await server._server.StartAsync(cancellationToken);
        }
        catch (IOException)
        {
            await server._server.DisposeAsync();
            throw new CommandException($"Port {port} of 127.0.0.1 is taken", "network", "choose another one with --port, or 0 for any that is free");
        }

        server.Address = new Uri(server._server.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
        return server;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await _server.StopAsync(atOnce.Token);
        await _server.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        var request = context.Request;
        if (!IsOwnName(request.Host))
        {
            await RefuseAsync(context, StatusCodes.Status421MisdirectedRequest, $"This page is to be found at {Address}.");
        }
        else if (HttpMethods.IsGet(request.Method) && _files.TryGetValue(request.Path, out var file))
        {
            context.Response.ContentType = file.Type;
            await context.Response.Body.WriteAsync(file.Body, context.RequestAborted);
        }
        else if (HttpMethods.IsGet(request.Method) && request.Path == "/api/analysis")
        {
            await AnswerAsync(context, _ => Task.FromResult(_answers.Describe()));
        }
        else if (HttpMethods.IsPost(request.Method) && request.Path.Value is "/api/visual" or "/api/control")
        {
            // A form of another site can send neither this type nor, as a script, past the missing permission of this one.
            if (!request.HasJsonContentType() || (request.Headers.Origin is { Count: > 0 } origin && origin != Address.GetLeftPart(UriPartial.Authority) && !IsOwnName(HostOf(origin!))))
            {
                await RefuseAsync(context, StatusCodes.Status403Forbidden, "Only this page may ask.");
                return;
            }

            await AnswerAsync(context, question => request.Path == "/api/visual" ? VisualAsync(question, context.RequestAborted) : ControlAsync(question, context.RequestAborted));
        }
        else
        {
            await RefuseAsync(context, StatusCodes.Status404NotFound, "There is nothing here.");
        }
    }

    private Task<JsonObject> VisualAsync(JsonObject question, CancellationToken cancellationToken) => _answers.VisualAsync(
        Member(question, "sheet"),
        Member(question, "visual"),
        question["parameters"] as JsonObject,
        [.. (question["drill"] as JsonArray ?? []).Select(value => value?.ToString() ?? string.Empty)],
        question["offset"] is JsonValue offset && offset.TryGetValue<int>(out var rows) && rows > 0 ? rows : 0,
        cancellationToken);

    private Task<JsonObject> ControlAsync(JsonObject question, CancellationToken cancellationToken) =>
        _answers.ControlAsync(Member(question, "sheet"), Member(question, "control"), cancellationToken);

    private static string Member(JsonObject question, string name) => question[name] is JsonValue value ? value.ToString() : throw new DashboardException($"The question lacks {name}.");

    private static async Task AnswerAsync(HttpContext context, Func<JsonObject, Task<JsonObject>> answer)
    {
        try
        {
            var question = HttpMethods.IsGet(context.Request.Method)
                ? []
                : await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted) as JsonObject ?? throw new DashboardException("The question is no object.");
            await WriteAsync(context, await answer(question));
        }
        catch (JsonException)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "The question is not JSON.");
        }
        catch (DashboardException e)
        {
            await RefuseAsync(context, StatusCodes.Status422UnprocessableEntity, e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException && Failure.Explain(e) is { } explained)
        {
            await RefuseAsync(context, StatusCodes.Status502BadGateway, explained.Message);
        }
    }

    private static Task RefuseAsync(HttpContext context, int status, string reason)
    {
        context.Response.StatusCode = status;
        return WriteAsync(context, new JsonObject { ["error"] = reason });
    }

    private static async Task WriteAsync(HttpContext context, JsonObject body)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body.ToJsonString()), context.RequestAborted);
    }

    private bool IsOwnName(HostString host) => host.Port == Address.Port && (host.Host is "127.0.0.1" || host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase));

    private static HostString HostOf(string origin) => Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttp ? new HostString(uri.Host, uri.Port) : default;
}
