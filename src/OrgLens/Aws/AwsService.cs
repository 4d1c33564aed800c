namespace OrgLens.Aws;

/// <summary>What the operations of one service have in common on the wire.</summary>
/// <param name="Id">The model's service id; names the endpoint override <c>AWS_ENDPOINT_URL_{ID}</c>.</param>
/// <param name="EndpointPrefix">First label of the host name.</param>
/// <param name="Protocol">How requests and answers are written.</param>
/// <param name="ApiVersion">Version of the public model.</param>
public sealed record AwsService(string Id, string EndpointPrefix, AwsProtocol Protocol, string ApiVersion)
{
    /// <summary>The service's name in signatures.</summary>
    public string SigningName { get; init; } = EndpointPrefix;

    /// <summary>The service's name in IAM actions.</summary>
    public string IamPrefix { get; init; } = EndpointPrefix;

    /// <summary>First part of <c>X-Amz-Target</c> in the JSON protocols.</summary>
    public string? TargetPrefix { get; init; }

    /// <summary>Set for a service with one endpoint for the whole partition; null: every Region has its own.</summary>
    public AwsGlobalHome? Global { get; init; }

    /// <summary>First label of the FIPS host name.</summary>
    public string FipsPrefix { get; init; } = $"{EndpointPrefix}-fips";

    /// <summary>In the partition aws-us-gov the plain endpoint is the FIPS one.</summary>
    public bool IsFipsInGovernment { get; init; }

    /// <summary>The service's only domain is the partition's dual-stack one (<c>api.aws</c>).</summary>
    public bool IsDualStackOnly { get; init; }

    /// <summary>The Region whose endpoint is called, and signed for, when work is done for a Region.</summary>
    public string RegionFor(string region)
    {
        var partition = AwsPartition.Of(region);
        return Global is null ? region : partition == AwsPartition.China ? Global.China ?? region : partition.HomeRegion;
    }

    /// <summary>An operation of a JSON, query or EC2 protocol.</summary>
    public AwsOperation Operation(string name) => new(this, name);

    /// <summary>An operation of a REST protocol that is a GET.</summary>
    /// <param name="name">Name in the model.</param>
    /// <param name="path">Path with labels in braces: <c>/detector/{detectorId}</c>.</param>
    /// <param name="query">Members of the input that go into the query string.</param>
    public AwsOperation Get(string name, string path, params IReadOnlyList<string> query) =>
        new(this, name) { Route = new AwsRoute("GET", path) { Query = query } };

    /// <summary>An operation of a REST protocol that is a POST.</summary>
    /// <param name="name">Name in the model.</param>
    /// <param name="path">Path with labels in braces.</param>
    /// <param name="query">Members of the input that go into the query string; all others that are no labels go into the body.</param>
    public AwsOperation Post(string name, string path, params IReadOnlyList<string> query) =>
        new(this, name) { Route = new AwsRoute("POST", path) { Query = query } };
}
