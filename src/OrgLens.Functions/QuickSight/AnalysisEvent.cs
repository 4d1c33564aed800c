using System.Text.Json.Serialization;
using OrgLens.Functions.Database;
using OrgLens.QuickSight;

namespace OrgLens.Functions.QuickSight;

/// <summary>A test event, whose request is in <see cref="Request"/>, or a CloudFormation custom resource request with it in its properties.</summary>
/// <remarks>https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requests.html</remarks>
public sealed record AnalysisEvent
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

    /// <summary>What a template asks for.</summary>
    public AnalysisRequest? ResourceProperties { get; init; }

    /// <summary>What a test event asks for; null: to import our analysis.</summary>
    public AnalysisRequest? Request { get; init; }

    /// <summary>What is asked for.</summary>
    [JsonIgnore]
    public AnalysisRequest Wanted => ResourceProperties ?? Request ?? new AnalysisRequest();

    /// <summary>The request as CloudFormation is answered.</summary>
    public MigrationRequest ToReply() => new()
    {
        RequestType = RequestType,
        ResponseURL = ResponseURL,
        StackId = StackId,
        RequestId = RequestId,
        LogicalResourceId = LogicalResourceId,
        PhysicalResourceId = PhysicalResourceId ?? "orglens-analysis",
    };
}
