using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using OrgLens.Aws.Sdk;

namespace OrgLens.Aws;

/// <summary>
/// Calls any operation of any service, signed, with the SDK's retries and its adaptive rate limit per service and Region. Safe for
/// concurrent use.
/// </summary>
/// <param name="options">How calls are made.</param>
/// <param name="clock">Measures the calls' time limit.</param>
public sealed class AwsClient(AwsClientOptions options, TimeProvider clock) : IAwsCalls, IDisposable
{
    private readonly ConcurrentDictionary<(string Service, string Region), Lazy<SdkClient>> _clients = new();

    /// <inheritdoc/>
    public async Task<AwsValue> CallAsync(AwsOperation operation, string region, JsonObject? input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentException.ThrowIfNullOrEmpty(region);
        var request = new SdkRequest(operation, AwsInput.Write(operation, input));
        using var limit = new CancellationTokenSource(options.CallTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            // The SDK reads a body without a way to interrupt it: a server that stops in the middle is left behind.
            var response = await ClientFor(operation.Service, operation.Service.RegionFor(region)).InvokeAsync(request, either.Token).WaitAsync(either.Token);
            return AwsAnswers.Read(operation, response.Body)
                ?? throw new AwsCallException(operation, region, AwsErrorKind.Malformed, "Malformed") { StatusCode = response.HttpStatusCode };
        }
        catch (Exception exception) when (AwsErrors.Describe(exception, operation, region, cancellationToken) is { } described)
        {
            throw described;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var client in _clients.Values.Where(client => client.IsValueCreated))
        {
            client.Value.Dispose();
        }
    }

    private SdkClient ClientFor(AwsService service, string region) =>
        _clients.GetOrAdd((service.Id, region), _ => new Lazy<SdkClient>(() => SdkClient.Create(service, region, options))).Value;
}
