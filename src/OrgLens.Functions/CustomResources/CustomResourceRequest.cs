namespace OrgLens.Functions.CustomResources;

/// <summary>A CloudFormation custom resource request, or anything else: then nobody waits for an answer at a URL.</summary>
/// <remarks>https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requests.html</remarks>
public abstract record CustomResourceRequest
{
    /// <summary>Create, Update or Delete; null when not from CloudFormation.</summary>
    public string? RequestType { get; init; }

    /// <summary>Where CloudFormation waits for the answer.</summary>
    public string? ResponseURL { get; init; }

    /// <summary>ARN of the stack.</summary>
    public string? StackId { get; init; }

    /// <summary>Id of the request.</summary>
    public string? RequestId { get; init; }

    /// <summary>Name of the resource in the template.</summary>
    public string? LogicalResourceId { get; init; }

    /// <summary>The id that an earlier answer gave the resource.</summary>
    public string? PhysicalResourceId { get; init; }

    /// <summary>The id that the resource is given when it has none.</summary>
    internal abstract string NewResourceId { get; }
}
