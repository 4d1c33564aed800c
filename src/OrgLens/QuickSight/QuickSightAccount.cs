using System.Text.Json;
using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.QuickSight;

/// <summary>QuickSight in one account and Region.</summary>
/// <param name="calls">The client.</param>
/// <param name="accountId">Twelve digits.</param>
/// <param name="region">Where data sources, data sets and analyses are.</param>
/// <param name="identityRegion">Where users and groups are: the Region that the account was subscribed in.</param>
public sealed class QuickSightAccount(IAwsCalls calls, string accountId, string region, string identityRegion)
{
    /// <summary>The Region of data sources, data sets and analyses.</summary>
    public string Region => region;

    /// <summary>The ARN of something in the Region, for example of <c>analysis/orglens</c>.</summary>
    public string Arn(string resource) => $"arn:{AwsPartition.Of(region).Name}:quicksight:{region}:{accountId}:{resource}";

    /// <summary>Calls an operation of the Region.</summary>
    internal Task<AwsValue> CallAsync(AwsOperation operation, JsonObject input, CancellationToken cancellationToken) =>
        calls.CallAsync(operation, region, Own(input), cancellationToken);

    /// <summary>Calls an operation whose answer is not of the account but of an ARN.</summary>
    internal Task<AwsValue> CallOfArnAsync(AwsOperation operation, JsonObject input, CancellationToken cancellationToken) =>
        calls.CallAsync(operation, region, input, cancellationToken);

    /// <summary>Calls an operation that reads one thing.</summary>
    /// <returns>Null when the thing is not there.</returns>
    internal async Task<AwsValue?> FindAsync(AwsOperation operation, JsonObject input, CancellationToken cancellationToken)
    {
        try
        {
            return await CallAsync(operation, input, cancellationToken);
        }
        catch (AwsCallException exception) when (exception.Kind == AwsErrorKind.NotFound)
        {
            return null;
        }
    }

    /// <summary>Makes something that may be there by now: a call is repeated when its answer was lost.</summary>
    /// <returns>False when it was there.</returns>
    internal async Task<bool> MakeAsync(AwsOperation operation, JsonObject input, bool isOfIdentity, CancellationToken cancellationToken)
    {
        try
        {
            await calls.CallAsync(operation, isOfIdentity ? identityRegion : region, Own(input), cancellationToken);
            return true;
        }
        catch (AwsCallException exception) when (exception.Code == "ResourceExistsException")
        {
            return false;
        }
    }

    /// <summary>Calls an operation about users and groups.</summary>
    internal Task<AwsValue> CallIdentityAsync(AwsOperation operation, JsonObject input, CancellationToken cancellationToken) =>
        calls.CallAsync(operation, identityRegion, Own(input), cancellationToken);

    /// <summary>Reads a list about users and groups to its end.</summary>
    internal IAsyncEnumerable<AwsValue> IdentityPagesAsync(AwsOperation operation, JsonObject input, CancellationToken cancellationToken) =>
        calls.PagesAsync(operation, identityRegion, Own(input), cancellationToken);

    /// <summary>Part of an answer that goes into another call.</summary>
    internal static JsonNode? Copy(AwsValue value)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            value.WriteTo(writer);
        }

        return JsonNode.Parse(buffer.ToArray());
    }

    private JsonObject Own(JsonObject input)
    {
        input["AwsAccountId"] = accountId;
        return input;
    }
}
