using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using OrgLens.Local.Gateway;

namespace OrgLens.Local.Tests.Gateway;

[Collection(SharedEmulators.Name)]
public sealed class LocalGatewayTests(Emulators emulators) : IAsyncLifetime, IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = emulators.Gateway.Endpoint };
    private readonly string _bucket = $"b-{Guid.NewGuid():N}";

    public Task InitializeAsync() => emulators.Boto3.CallAsync("s3", "create_bucket", new JsonObject
    {
        ["Bucket"] = _bucket,
        ["CreateBucketConfiguration"] = new JsonObject { ["LocationConstraint"] = "eu-west-1" },
    });

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Streams_large_bodies_both_ways(bool chunked)
    {
        var bytes = RandomNumberGenerator.GetBytes(20_000_000);
        using var body = new StreamContent(chunked ? new Unseekable(bytes) : new MemoryStream(bytes));
        using var put = Signed(HttpMethod.Put, $"/{_bucket}/large%20file+%C3%A4.bin", body);
        put.Headers.TransferEncodingChunked = chunked;
        put.Headers.ExpectContinue = true;

        using var stored = await _client.SendAsync(put);
        using var get = Signed(HttpMethod.Get, $"/{_bucket}/large%20file+%C3%A4.bin");
        using var read = await _client.SendAsync(get);

        Assert.Equal(HttpStatusCode.OK, stored.StatusCode);
        Assert.Equal(bytes, await read.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Answers_head_with_the_length_of_the_object()
    {
        await emulators.Boto3.CallAsync("s3", "put_object", new JsonObject { ["Bucket"] = _bucket, ["Key"] = "k", ["Body"] = "12345" });

        using var request = Signed(HttpMethod.Head, $"/{_bucket}/k");
        using var head = await _client.SendAsync(request);

        Assert.Equal((HttpStatusCode.OK, 5L), (head.StatusCode, head.Content.Headers.ContentLength));
        var described = await emulators.Boto3.CallAsync("s3", "head_object", new JsonObject { ["Bucket"] = _bucket, ["Key"] = "k" });
        Assert.Equal(5, (int)described["ContentLength"]!);
    }

    [Fact]
    public async Task Keeps_keys_as_the_client_has_escaped_them()
    {
        const string key = "data/a b/ü+~(1)=%2F'.json";
        await emulators.Boto3.CallAsync("s3", "put_object", new JsonObject { ["Bucket"] = _bucket, ["Key"] = key, ["Body"] = "x" });

        var listed = await emulators.Boto3.CallAsync("s3", "list_objects_v2", new JsonObject { ["Bucket"] = _bucket });

        Assert.Equal(key, (string?)Assert.Single(listed["Contents"]!.AsArray())!["Key"]);
    }

    [Fact]
    public async Task Asks_its_routes_with_the_service_of_the_signature()
    {
        var asked = new List<string?>();
        await using var gateway = await LocalGateway.StartAsync(
            0,
            [
                new ServiceRoute("mine", (_, service) => { asked.Add(service); return service == "mine"; }, context =>
                {
                    context.Response.StatusCode = StatusCodes.Status418ImATeapot;
                    return Task.CompletedTask;
                }),
            ],
            emulators.Moto.Endpoint);
        using var client = new HttpClient { BaseAddress = gateway.Endpoint };

        using var signed = Signed(HttpMethod.Get, "/", service: "mine");
        using var answer = await client.SendAsync(signed);
        using var presigned = await client.GetAsync(new Uri("/?X-Amz-Credential=k%2F20260101%2Feu-west-1%2Fmine%2Faws4_request", UriKind.Relative));
        using var unsigned = await client.GetAsync(new Uri("/moto-api/", UriKind.Relative));

        Assert.Equal((HttpStatusCode)StatusCodes.Status418ImATeapot, answer.StatusCode);
        Assert.Equal((HttpStatusCode)StatusCodes.Status418ImATeapot, presigned.StatusCode);
        Assert.Equal(HttpStatusCode.OK, unsigned.StatusCode);
        Assert.Equal(["mine", "mine", null], asked);
    }

    [Fact]
    public async Task Names_a_port_that_is_taken()
    {
        var error = await Assert.ThrowsAsync<LocalCloudException>(
            () => LocalGateway.StartAsync(emulators.Gateway.Endpoint.Port, [], emulators.Moto.Endpoint));

        Assert.Contains($"{emulators.Gateway.Endpoint.Port}", error.Message, StringComparison.Ordinal);
    }

    private static HttpRequestMessage Signed(HttpMethod method, string path, HttpContent? content = null, string service = "s3")
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "AWS4-HMAC-SHA256", $"Credential=test/20260101/eu-west-1/{service}/aws4_request, SignedHeaders=host, Signature=0");
        return request;
    }

    private sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
