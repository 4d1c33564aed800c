using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OrgLens.Functions.Tests.Database;

/// <summary>The place where CloudFormation waits for answers to its custom resources.</summary>
public sealed class ResponseListener : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly List<JsonNode> _answers = [];

    private ResponseListener(WebApplication server) => _server = server;

    public string Url => $"{_server.Urls.Single()}/answer?Signature=abc%2Fdef%3D";

    public IReadOnlyList<JsonNode> Answers => _answers;

    /// <summary>Content type and query of the last request: CloudFormation's URL is signed for no content type.</summary>
    public (string? ContentType, string Query) LastRequest { get; private set; }

    public static async Task<ResponseListener> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        var listener = new ResponseListener(server);
        server.MapPut("/answer", listener.TakeAsync);
        await server.StartAsync();
        return listener;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task TakeAsync(HttpRequest request)
    {
        LastRequest = (request.ContentType, request.QueryString.Value!);
        _answers.Add((await JsonNode.ParseAsync(request.Body))!);
    }
}
