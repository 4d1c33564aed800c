using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The Runtime API, version 2018-06-01.</summary>
internal sealed class RuntimeApiClient(HttpClient httpClient, LambdaEnvironment environment, InvocationLog log)
{
    /// <summary>What the service accepts as X-Ray cause; a longer one is left out.</summary>
    private const int LargestXRayCause = 1024 * 1024;

    private static readonly MediaTypeHeaderValue _json = new("application/json");
    private static readonly MediaTypeHeaderValue _error = new("application/vnd.aws.lambda.error+json");

    private readonly string _baseUrl = $"http://{environment.RuntimeApi}/2018-06-01/runtime";

    public async Task<InvocationRequest> NextAsync(CancellationToken cancellationToken)
    {
        using var response = await httpClient.GetAsync($"{_baseUrl}/invocation/next", cancellationToken);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw await UnexpectedAsync(response, cancellationToken);
        }

        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var headers = new InvocationHeaders(response.Headers);
        return new InvocationRequest(new MemoryStream(body, 0, body.Length, writable: false, publiclyVisible: true), new LambdaContext(headers, environment, log));
    }

    public async Task RespondAsync(string requestId, Stream output, CancellationToken cancellationToken)
    {
        using var content = ToContent(output);
        content.Headers.ContentType = _json;
        using var response = await httpClient.PostAsync($"{_baseUrl}/invocation/{requestId}/response", content, cancellationToken);
        if (response.StatusCode is not (HttpStatusCode.Accepted or HttpStatusCode.OK or HttpStatusCode.NoContent))
        {
            throw await UnexpectedAsync(response, cancellationToken);
        }
    }

    public Task ReportErrorAsync(string requestId, Exception exception, CancellationToken cancellationToken) =>
        PostErrorAsync($"/invocation/{requestId}/error", exception.GetType().Name, exception, ErrorReport.XRayCause(exception), cancellationToken);

    public Task ReportInitErrorAsync(Exception exception, CancellationToken cancellationToken) =>
        PostErrorAsync("/init/error", null, exception, null, cancellationToken);

    private async Task PostErrorAsync(string path, string type, Exception exception, string cause, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _baseUrl + path) { Content = new ByteArrayContent(ErrorReport.Body(exception)) };
        request.Content.Headers.ContentType = _error;
        if (type is not null)
        {
            request.Headers.TryAddWithoutValidation("Lambda-Runtime-Function-Error-Type", type);
        }

        if (cause is not null && Encoding.UTF8.GetByteCount(cause) < LargestXRayCause)
        {
            request.Headers.TryAddWithoutValidation("Lambda-Runtime-Function-XRay-Error-Cause", cause);
        }

        using var response = await httpClient.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.Accepted)
        {
            await RequireJsonAsync(response, cancellationToken);
        }
        else if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NoContent))
        {
            throw await UnexpectedAsync(response, cancellationToken);
        }
    }

    /// <summary>The official client reads the status out of a 202 body and ends the process when there is none.</summary>
    private static async Task RequireJsonAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        try
        {
            using var document = JsonDocument.Parse(body);
        }
        catch (JsonException e)
        {
            throw new RuntimeApiClientException("Could not deserialize the response body.", (int)response.StatusCode, body, e);
        }
    }

    private static async Task<RuntimeApiClientException> UnexpectedAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var message = response.StatusCode switch
        {
            HttpStatusCode.BadRequest => "Bad Request",
            HttpStatusCode.Forbidden => "Forbidden",
            HttpStatusCode.RequestEntityTooLarge => "Payload Too Large",
            HttpStatusCode.InternalServerError => "Container error. Non-recoverable state. Runtime should exit promptly.\n",
            _ => $"The HTTP status code of the response was not expected ({status}).",
        };
        return new RuntimeApiClientException(message, status, await response.Content.ReadAsStringAsync(cancellationToken), null);
    }

    private static HttpContent ToContent(Stream output) =>
        output is MemoryStream memory && memory.TryGetBuffer(out var buffer)
            ? new ByteArrayContent(buffer.Array, buffer.Offset + (int)memory.Position, buffer.Count - (int)memory.Position)
            : new KeptStreamContent(output);
}
