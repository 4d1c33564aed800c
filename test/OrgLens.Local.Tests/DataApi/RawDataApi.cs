using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using OrgLens.Local.DataApi;
using OrgLens.Local.Gateway;

namespace OrgLens.Local.Tests.DataApi;

/// <summary>An endpoint of its own, with its own limits, clock and faults, spoken to over bare HTTP.</summary>
public sealed class RawDataApi : IAsyncDisposable
{
    private readonly DataApiEndpoint _endpoint;
    private readonly LocalGateway _gateway;
    private readonly HttpClient _client;

    private RawDataApi(DataApiEndpoint endpoint, LocalGateway gateway)
    {
        _endpoint = endpoint;
        _gateway = gateway;
        _client = new HttpClient { BaseAddress = gateway.Endpoint };
    }

    public DataApiFaults Faults => _endpoint.Faults;

    public static async Task<RawDataApi> StartAsync(Emulators emulators, DataApiLimits? limits = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(emulators);
        var endpoint = new DataApiEndpoint(
            new DataApiOptions(emulators.Postgres, Emulators.ClusterArn, (arn, _) => emulators.FindSecretAsync(arn))
            {
                Limits = limits ?? new DataApiLimits(),
                Time = time ?? TimeProvider.System,
            });
        var gateway = await LocalGateway.StartAsync(
            0,
            [
                new ServiceRoute("rds-data", (request, _) => DataApiEndpoint.Owns(request.Path), endpoint.HandleAsync),
                new ServiceRoute("faults", (request, _) => request.Path == FaultControl.Path, new FaultControl(endpoint.Faults).HandleAsync),
            ],
            emulators.Moto.Endpoint);
        return new RawDataApi(endpoint, gateway);
    }

    public Task<(HttpStatusCode Status, string? ErrorType, JsonNode? Body)> ExecuteAsync(string sql, string? transactionId = null, JsonObject? more = null)
    {
        var request = new JsonObject
        {
            ["resourceArn"] = Emulators.ClusterArn,
            ["secretArn"] = Emulators.SecretArn,
            ["database"] = "core",
            ["sql"] = sql,
        };
        if (transactionId is not null)
        {
            request["transactionId"] = transactionId;
        }

        foreach (var (name, value) in more ?? [])
        {
            request[name] = value?.DeepClone();
        }

        return PostAsync("/Execute", request.ToJsonString());
    }

    public async Task<string> BeginAsync()
    {
        var (_, _, body) = await PostAsync(
            "/BeginTransaction",
            $$"""{"resourceArn": "{{Emulators.ClusterArn}}", "secretArn": "{{Emulators.SecretArn}}", "database": "core"}""");
        return (string)body!["transactionId"]!;
    }

    public async Task<(HttpStatusCode Status, string? ErrorType, JsonNode? Body)> PostAsync(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _client.PostAsync(new Uri(path, UriKind.Relative), content);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, response.Headers.TryGetValues("x-amzn-ErrorType", out var type) ? type.Single() : null, JsonNode.Parse(text));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _gateway.DisposeAsync();
        await _endpoint.DisposeAsync();
    }
}
