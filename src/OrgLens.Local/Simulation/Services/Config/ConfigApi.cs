using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Api.Protocols;

namespace OrgLens.Local.Simulation.Services.Config;

/// <summary>AWS Config: rules, packs and what they found the day before, the recorder, and what it has recorded.</summary>
internal static class ConfigApi
{
    public static ApiService Service { get; } = new("config", ApiProtocol.Json11,
    [
        ApiOperation.Paged("DescribeConfigRules", ["ConfigRuleNames", "NextToken", "Filters"], Rules("ConfigRules"), ConfigRules.Rules),
        ApiOperation.Paged("DescribeComplianceByConfigRule", ["ConfigRuleNames", "ComplianceTypes", "NextToken"], Rules("ComplianceByConfigRules"), ConfigRules.Compliance),
        ApiOperation.Paged(
            "GetComplianceDetailsByConfigRule", ["ConfigRuleName", "ComplianceTypes", "Limit", "NextToken"],
            new ApiPaging("EvaluationResults") { Limit = "Limit", Minimum = 0, Usual = 10 }, ConfigRules.Details),
        ApiOperation.Paged(
            "DescribeConformancePacks", ["ConformancePackNames", "Limit", "NextToken"],
            new ApiPaging("ConformancePackDetails") { Limit = "Limit", Minimum = 0, Maximum = 20 }, ConformancePacks.Packs),
        ApiOperation.Paged(
            "DescribeConformancePackCompliance", ["ConformancePackName", "Filters", "Limit", "NextToken"],
            new ApiPaging("ConformancePackRuleComplianceList") { Limit = "Limit", Minimum = 0, Maximum = 1000 }, ConformancePacks.Compliance, ConformancePacks.Name),
        ApiOperation.Single("DescribeConfigurationRecorders", ["ConfigurationRecorderNames", "ServicePrincipal", "Arn"], ConfigRecorder.Recorders),
        ApiOperation.Single("DescribeConfigurationRecorderStatus", ["ConfigurationRecorderNames", "ServicePrincipal", "Arn"], ConfigRecorder.Statuses),
        ApiOperation.Paged(
            "ListDiscoveredResources", ["resourceType", "resourceIds", "resourceName", "limit", "includeDeletedResources", "nextToken"],
            Discovered("resourceIdentifiers"), ConfigRecorder.Resources),
        ApiOperation.Paged("GetDiscoveredResourceCounts", ["resourceTypes", "limit", "nextToken"], Discovered("resourceCounts"), ConfigRecorder.Counts, ConfigRecorder.Total),
        ApiOperation.Paged(
            "SelectResourceConfig", ["Expression", "Limit", "NextToken"],
            new ApiPaging("Results") { Limit = "Limit", Minimum = 0, Usual = 25 }, ConfigQuery.Results, ConfigQuery.Fields),
    ])
    {
        TargetPrefix = "StarlingDoveService",
        BadInput = "InvalidParameterValueException",
        BadToken = "InvalidNextTokenException",
    };

    // Nobody can say how many rules a page has, and it may be few.
    private static ApiPaging Rules(string items) => new(items) { Limit = null, Maximum = 10 };

    private static ApiPaging Discovered(string items) => new(items) { TokenIn = "nextToken", TokenOut = "nextToken", Limit = "limit", Minimum = 0 };
}
