using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace OrgLens.Local.Moto;

/// <summary>
/// Calls the emulator's JSON services. The emulator routes by the credential scope and checks no signature, so none is made: setting up
/// a handful of resources needs no SDK.
/// </summary>
internal sealed class EmulatorClient(Uri endpoint, string region, string accessKeyId = "local") : IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = endpoint, Timeout = TimeSpan.FromMinutes(2) };

    /// <summary>Calls an operation of a JSON protocol service.</summary>
    /// <exception cref="EmulatorException">The service refused.</exception>
    public async Task<JsonObject> CallAsync(EmulatedService service, string operation, JsonObject arguments, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(arguments, JsonNodeJson.Default.JsonObject));
        content.Headers.ContentType = new MediaTypeHeaderValue(service.ContentType);
        using var request = Sign(new HttpRequestMessage(HttpMethod.Post, "/") { Content = content }, service.SigningName);
        request.Headers.Add("X-Amz-Target", $"{service.TargetPrefix}.{operation}");
        using var response = await _client.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return response.IsSuccessStatusCode
            ? body.Length == 0 ? [] : JsonNode.Parse(body)!.AsObject()
            : throw EmulatorException.From(operation, response.StatusCode, body);
    }

    /// <summary>Puts a document to S3: a bucket, or a setting of one.</summary>
    public async Task PutAsync(string path, string xml, CancellationToken cancellationToken)
    {
        using var content = new StringContent(xml);
        using var request = Sign(new HttpRequestMessage(HttpMethod.Put, path) { Content = content }, "s3");
        using var response = await _client.SendAsync(request, cancellationToken);
        // The bucket of an earlier set-up is as good as a new one.
        if (!response.IsSuccessStatusCode && response.StatusCode != HttpStatusCode.Conflict)
        {
            throw EmulatorException.From($"PUT {path}", response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken));
        }
    }

    /// <summary>Posts JSON to a path of a REST service.</summary>
    /// <exception cref="EmulatorException">The service refused.</exception>
    public async Task PostAsync(string service, string path, JsonObject arguments, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(arguments, JsonNodeJson.Default.JsonObject));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = Sign(new HttpRequestMessage(HttpMethod.Post, path) { Content = content }, service);
        using var response = await _client.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw EmulatorException.From($"POST {path}", response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken));
        }
    }

    /// <summary>Enters an account by a role, which need not exist, and returns the access key that the account is known by from then on.</summary>
    /// <exception cref="EmulatorException">The service refused.</exception>
    public async Task<string> EnterAsync(string accountId, CancellationToken cancellationToken)
    {
        using var content = new FormUrlEncodedContent(
        [
            new("Action", "AssumeRole"), new("Version", "2011-06-15"), new("RoleArn", $"arn:aws:iam::{accountId}:role/OrgLens-Seed"), new("RoleSessionName", "seed"),
        ]);
        using var request = Sign(new HttpRequestMessage(HttpMethod.Post, "/") { Content = content }, "sts");
        using var response = await _client.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return response.IsSuccessStatusCode
            ? XDocument.Parse(Encoding.UTF8.GetString(body)).Descendants().First(element => element.Name.LocalName == "AccessKeyId").Value
            : throw EmulatorException.From("AssumeRole", response.StatusCode, body);
    }

    public void Dispose() => _client.Dispose();

    private HttpRequestMessage Sign(HttpRequestMessage request, string service)
    {
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential={accessKeyId}/20260101/{region}/{service}/aws4_request, SignedHeaders=host, Signature=none");
        return request;
    }
}
