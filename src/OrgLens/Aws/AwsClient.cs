using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using OrgLens.Aws.Sdk;

namespace OrgLens.Aws;

/// <summary>
/// Calls any operation of any service: signed by the SDK, tried again at faults that pass, and at a pace that the service bears, which is
/// found for each service and Region. Safe for concurrent use.
/// </summary>
/// <param name="options">How calls are made.</param>
/// <param name="clock">Measures waits and time limits.</param>
public sealed class AwsClient(AwsClientOptions options, TimeProvider clock) : IAwsCalls, IDisposable
{
    private readonly ConcurrentDictionary<(string Service, string Region), Lazy<Endpoint>> _endpoints = new();

    /// <inheritdoc/>
    public async Task<AwsValue> CallAsync(AwsOperation operation, string region, JsonObject? input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentException.ThrowIfNullOrEmpty(region);
        var written = AwsInput.Write(operation, input);
        var endpoint = EndpointOf(operation.Service, operation.Service.RegionFor(region));
        for (var attempt = 1; ; attempt++)
        {
            await endpoint.Pace.WaitAsync(cancellationToken);
            try
            {
                var answer = await AttemptAsync(endpoint.Client, operation, region, written, cancellationToken);
                endpoint.Pace.Quicken();
                return answer;
            }
            catch (AwsCallException failure)
            {
                if (failure.Kind == AwsErrorKind.Throttled)
                {
                    endpoint.Pace.Slow();
                }

                if (!options.Retry.Allows(failure, attempt))
                {
                    throw;
                }
            }

            await Task.Delay(options.Retry.DelayAfter(attempt), clock, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var endpoint in _endpoints.Values.Where(endpoint => endpoint.IsValueCreated))
        {
            endpoint.Value.Client.Dispose();
        }
    }

    private async Task<AwsValue> AttemptAsync(
        SdkClient client, AwsOperation operation, string region, AwsInput input, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.AttemptTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            // The SDK reads a body without a way to interrupt it: a server that stops in the middle is left behind.
            var response = await client.InvokeAsync(new SdkRequest(operation, input), either.Token).WaitAsync(either.Token);
            return AwsAnswers.Read(operation, response.Body)
                ?? throw new AwsCallException(operation, region, AwsErrorKind.Malformed, "Malformed") { StatusCode = response.HttpStatusCode };
        }
        catch (Exception exception) when (AwsErrors.Describe(exception, operation, region, cancellationToken) is { } described)
        {
            throw described;
        }
    }

    private Endpoint EndpointOf(AwsService service, string region) =>
        _endpoints.GetOrAdd((service.Id, region), _ => new Lazy<Endpoint>(() => new Endpoint(SdkClient.Create(service, region, options), new CallPace(clock)))).Value;

    private sealed record Endpoint(SdkClient Client, CallPace Pace);
}
