using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace StandIns.Lambda.Tests.RuntimeSupport;

/// <summary>The Runtime API over real HTTP: hands out invocations and keeps what is posted.</summary>
internal sealed class FakeRuntimeApi : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<Invocation> _invocations = new();
    private readonly ConcurrentQueue<RuntimeCall> _calls = new();

    public FakeRuntimeApi()
    {
        Endpoint = $"127.0.0.1:{FreePort()}";
        _listener.Prefixes.Add($"http://{Endpoint}/");
        _listener.Start();
        _ = ServeAsync();
    }

    public string Endpoint { get; }

    /// <summary>What an accepted post is answered with.</summary>
    public string AcceptedBody { get; set; } = """{"status":"OK"}""";

    public HttpStatusCode PostStatus { get; set; } = HttpStatusCode.Accepted;

    public IReadOnlyList<RuntimeCall> Posts => [.. _calls.Where(call => call.Method == "POST")];

    public IReadOnlyList<RuntimeCall> Gets => [.. _calls.Where(call => call.Method == "GET")];

    public void Enqueue(string requestId, string body, DateTimeOffset? deadline = null, params (string Name, string Value)[] headers) =>
        _invocations.Enqueue(new Invocation(requestId, body, deadline ?? DateTimeOffset.UtcNow.AddMinutes(5), headers));

    public void Dispose() => _listener.Close();

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                await AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var request = context.Request;
        using var reader = new StreamReader(request.InputStream, Encoding.UTF8);
        var headers = request.Headers.AllKeys.ToDictionary(name => name!, name => request.Headers[name]!, StringComparer.OrdinalIgnoreCase);
        _calls.Enqueue(new RuntimeCall(request.HttpMethod, request.Url!.AbsolutePath, headers, await reader.ReadToEndAsync()));
        if (request.HttpMethod == "POST")
        {
            await AnswerAsync(context.Response, PostStatus, AcceptedBody);
        }
        else if (_invocations.TryDequeue(out var invocation))
        {
            context.Response.AddHeader("Lambda-Runtime-Aws-Request-Id", invocation.RequestId);
            context.Response.AddHeader("Lambda-Runtime-Deadline-Ms", $"{invocation.Deadline.ToUnixTimeMilliseconds()}");
            foreach (var (name, value) in invocation.Headers)
            {
                context.Response.AddHeader(name, value);
            }

            await AnswerAsync(context.Response, HttpStatusCode.OK, invocation.Body);
        }
        else
        {
            await AnswerAsync(context.Response, HttpStatusCode.InternalServerError, "no more invocations");
        }
    }

    private static async Task AnswerAsync(HttpListenerResponse response, HttpStatusCode status, string body)
    {
        response.StatusCode = (int)status;
        var bytes = Encoding.UTF8.GetBytes(body);
        response.ContentLength64 = bytes.Length;
        await response.OutputStream.WriteAsync(bytes);
        response.Close();
    }

    private sealed record Invocation(string RequestId, string Body, DateTimeOffset Deadline, (string Name, string Value)[] Headers);
}
