using System.Text.Json.Serialization;
using OrgLens.Functions.CustomResources;
using OrgLens.QuickSight;

namespace OrgLens.Functions.QuickSight;

/// <summary>A test event, whose request is in <see cref="Request"/>, or a CloudFormation custom resource request with it in its properties.</summary>
public sealed record AnalysisEvent : CustomResourceRequest
{
    /// <summary>What a template asks for.</summary>
    public AnalysisRequest? ResourceProperties { get; init; }

    /// <summary>What a test event asks for; null: to import our analysis.</summary>
    public AnalysisRequest? Request { get; init; }

    /// <summary>What is asked for.</summary>
    [JsonIgnore]
    public AnalysisRequest Wanted => ResourceProperties ?? Request ?? new AnalysisRequest();

    internal override string NewResourceId => "orglens-analysis";
}
