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
    private readonly PageAnswers _answers;
    private readonly Dictionary<string, (string Type, byte[] Body)> _files;
    private readonly CancellationTokenSource _ending = new();
    private Task _preparing = Task.CompletedTask;

    private DashboardServer(WebApplication server, PageAnswers answers)
    {
        _server = server;
        _answers = answers;
        _files = new(StringComparer.Ordinal)
        {
            ["/"] = ("text/html; charset=utf-8", Encoding.UTF8.GetBytes(PageFiles.Html)),
            ["/page.css"] = ("text/css; charset=utf-8", Encoding.UTF8.GetBytes(PageFiles.Style)),
        };
        foreach (var (name, text) in PageFiles.ScriptParts)
        {
            _files.Add($"/{name}", ("text/javascript; charset=utf-8", Encoding.UTF8.GetBytes(text)));
        }
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
        var server = new DashboardServer(builder.Build(), new PageAnswers(answers));
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
        server._preparing = server.PrepareAsync();
        return server;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _preparing;
        _ending.Dispose();
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
            await WriteAsync(context, _answers.DescribeText());
        }
        else if (HttpMethods.IsPost(request.Method) && request.Path.Value is "/api/visuals" or "/api/control")
        {
            // A form of another site can send neither this type nor, as a script, past the missing permission of this one.
            if (!request.HasJsonContentType() || (request.Headers.Origin is { Count: > 0 } origin && origin != Address.GetLeftPart(UriPartial.Authority) && !IsOwnName(HostOf(origin!))))
            {
                await RefuseAsync(context, StatusCodes.Status403Forbidden, "Only this page may ask.");
                return;
            }

            await (request.Path == "/api/visuals" ? AnswerAllAsync(context) : AnswerControlAsync(context));
        }
        else
        {
            await RefuseAsync(context, StatusCodes.Status404NotFound, "There is nothing here.");
        }
    }

    /// <summary>Has the first sheet's answers ready before anybody opens the page. What fails here is told to whoever asks.</summary>
    private async Task PrepareAsync()
    {
        try
        {
            await _answers.PrepareAsync(_ending.Token);
        }
        catch (Exception e) when (e is OperationCanceledException || Refusal(e) is not null)
        {
        }
    }

    /// <summary>Answers many questions in one line of JSON each, in the order in which the answers come, so that none waits for a slower one.</summary>
    private async Task AnswerAllAsync(HttpContext context)
    {
        List<JsonObject> questions;
        string version;
        try
        {
            questions = _answers.Questions(await QuestionAsync(context));
            version = await _answers.VersionAsync(context.RequestAborted);
        }
        catch (Exception e) when (Refusal(e) is { } refusal)
        {
            await RefuseAsync(context, refusal.Status, refusal.Reason);
            return;
        }

        context.Response.ContentType = "application/x-ndjson; charset=utf-8";
        using var writing = new SemaphoreSlim(1);
        await PageAnswers.AtOnceAsync(questions.Index(), async (asked, cancellationToken) =>
        {
            string line;
            try
            {
                line = $"{{\"place\":{asked.Index},\"answer\":{await _answers.VisualAsync(asked.Item, version, cancellationToken)}}}\n";
            }
            catch (Exception e) when (Refusal(e) is { } refusal)
            {
                line = new JsonObject { ["place"] = asked.Index, ["error"] = refusal.Reason }.ToJsonString() + "\n";
            }

            var bytes = Encoding.UTF8.GetBytes(line);
            await writing.WaitAsync(cancellationToken);
            try
            {
                await context.Response.Body.WriteAsync(bytes, cancellationToken);
                await context.Response.Body.FlushAsync(cancellationToken);
            }
            finally
            {
                writing.Release();
            }
        }, context.RequestAborted);
    }

    private async Task AnswerControlAsync(HttpContext context)
    {
        try
        {
            await WriteAsync(context, await _answers.ControlAsync(await QuestionAsync(context), context.RequestAborted));
        }
        catch (Exception e) when (Refusal(e) is { } refusal)
        {
            await RefuseAsync(context, refusal.Status, refusal.Reason);
        }
    }

    private static async Task<JsonObject> QuestionAsync(HttpContext context) =>
        await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted) as JsonObject ?? throw new DashboardException("The question is no object.");

    /// <summary>What to say of a failure; null where it is nobody's question's fault.</summary>
    private static (int Status, string Reason)? Refusal(Exception failure) => failure switch
    {
        OperationCanceledException => null,
        JsonException => (StatusCodes.Status400BadRequest, "The question is not JSON."),
        DashboardException => (StatusCodes.Status422UnprocessableEntity, failure.Message),
        _ => Failure.Explain(failure) is { } explained ? (StatusCodes.Status502BadGateway, explained.Message) : null,
    };

    private static Task RefuseAsync(HttpContext context, int status, string reason)
    {
        context.Response.StatusCode = status;
        return WriteAsync(context, new JsonObject { ["error"] = reason }.ToJsonString());
    }

    private static async Task WriteAsync(HttpContext context, string body)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body), context.RequestAborted);
    }

    private bool IsOwnName(HostString host) => host.Port == Address.Port && (host.Host is "127.0.0.1" || host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase));

    private static HostString HostOf(string origin) => Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttp ? new HostString(uri.Host, uri.Port) : default;
}
