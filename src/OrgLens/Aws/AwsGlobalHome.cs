namespace OrgLens.Aws;

/// <summary>Where a service lives that has one endpoint for all Regions of a partition.</summary>
/// <param name="Host">Host name in the partition <c>aws</c>; null: the regional host of the Region that signs.</param>
/// <param name="China">The Region that signs in the partition <c>aws-cn</c>; null: the service is regional there.</param>
public sealed record AwsGlobalHome(string? Host = null, string? China = "cn-northwest-1");
