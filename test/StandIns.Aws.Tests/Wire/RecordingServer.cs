using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace StandIns.Aws.Tests.Wire;

/// <summary>An endpoint on the loopback that keeps every request and answers with what it was given, the last answer for ever.</summary>
public sealed class RecordingServer : IAsyncDisposable
{
    private readonly HttpListener listener;
    private readonly ConcurrentQueue<CannedResponse> responses;
    private readonly ConcurrentQueue<RecordedRequest> requests = new();
    private readonly Task serving;

    public RecordingServer(params CannedResponse[] responses)
    {
        this.responses = new(responses);
        (listener, Url) = Listen();
        serving = ServeAsync();
    }

    public string Url { get; }

    public IReadOnlyList<RecordedRequest> Requests => [.. requests];

    public RecordedRequest Request => Assert.Single(requests);

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await serving;
        listener.Close();
    }

    private static (HttpListener Listener, string Url) Listen()
    {
        while (true)
        {
            var url = $"http://127.0.0.1:{FreePort.Find()}/";
            var listener = new HttpListener { Prefixes = { url } };
            try
            {
                listener.Start();
                return (listener, url);
            }
            catch (Exception e) when (e is HttpListenerException or SocketException)
            {
                // Another process took the port between the two calls.
                listener.Close();
            }
        }
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            var headers = context.Request.Headers.AllKeys.ToDictionary(key => key!, key => context.Request.Headers[key]!, StringComparer.OrdinalIgnoreCase);
            requests.Enqueue(new RecordedRequest(context.Request.HttpMethod, context.Request.Url!.PathAndQuery, headers, body.ToArray()));
            await RespondAsync(context.Response);
        }
    }

    private async Task RespondAsync(HttpListenerResponse target)
    {
        var canned = responses.Count > 1 && responses.TryDequeue(out var next) ? next : responses.First();
        target.StatusCode = canned.Status;
        target.ContentType = "application/json";
        target.AddHeader("x-amzn-RequestId", "7a62c49f-0000-4c4c-8000-000000000001");
        if (canned.ErrorType is not null)
        {
            target.AddHeader("x-amzn-ErrorType", canned.ErrorType);
        }

        if (canned.QueryError is not null)
        {
            target.AddHeader("x-amzn-query-error", canned.QueryError);
        }

        var bytes = Encoding.UTF8.GetBytes(canned.Body);
        target.ContentLength64 = bytes.Length;
        await target.OutputStream.WriteAsync(bytes);
        target.Close();
    }
}
