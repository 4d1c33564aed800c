namespace OrgLens.Functions.CustomResources;

/// <summary>Answer to a custom resource request: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-responses.html</summary>
/// <param name="Status">SUCCESS or FAILED.</param>
/// <param name="Reason">Why it failed.</param>
/// <param name="PhysicalResourceId">Stays the same over the resource's life.</param>
/// <param name="StackId">As in the request.</param>
/// <param name="RequestId">As in the request.</param>
/// <param name="LogicalResourceId">As in the request.</param>
public sealed record CustomResourceResponse(
    string Status, string? Reason, string PhysicalResourceId, string? StackId, string? RequestId, string? LogicalResourceId);
