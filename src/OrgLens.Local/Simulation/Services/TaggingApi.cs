using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Api.Protocols;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services;

/// <summary>Resource Groups Tagging API: the tags of what is in a Region.</summary>
internal static class TaggingApi
{
    public static ApiService Service { get; } = new("tagging", ApiProtocol.Json11,
    [
        ApiOperation.Paged(
            "GetResources",
            [
                "PaginationToken", "TagFilters", "ResourcesPerPage", "TagsPerPage", "ResourceTypeFilters", "IncludeComplianceDetails", "ExcludeCompliantResources",
                "ResourceARNList",
            ],
            new ApiPaging("ResourceTagMappingList") { TokenIn = "PaginationToken", TokenOut = "PaginationToken", Limit = "ResourcesPerPage" }, Resources),
    ])
    {
        Id = "resourcegroupstaggingapi",
        IamPrefix = "tag",
        TargetPrefix = "ResourceGroupsTaggingAPI_20170126",
        BadInput = "InvalidParameterException",
        BadToken = "PaginationTokenExpiredException",
        ThrottledCode = "ThrottledException",
    };

    private static IEnumerable<JsonNode?> Resources(ApiCall call)
    {
        if (call.Input.Names.FirstOrDefault(name => name is not ("PaginationToken" or "ResourcesPerPage" or "ResourceTypeFilters" or "TagFilters")) is { } other)
        {
            throw call.BadInput($"{other} is not simulated");
        }

        var (kinds, filters) = (call.Input.Texts("ResourceTypeFilters"), call.Input.Children("TagFilters"));
        return (call.Estate is { } estate ? OwnedResources.All(estate, call.Today) : [])
            .Where(resource => resource.Tags.Count > 0 && (kinds.Count == 0 || kinds.Any(kind => IsOf(resource, kind))) && filters.All(filter => Holds(resource, filter)))
            .Select(resource => new JsonObject { ["ResourceARN"] = resource.Arn, ["Tags"] = Wire.Tags(resource.Tags) });
    }

    private static bool Holds(OwnedResource resource, ApiInput filter) =>
        resource.Tags.TryGetValue(filter.Text("Key") ?? "", out var value) && (filter.Texts("Values") is not { Count: > 0 } values || values.Contains(value));

    /// <summary>A kind is a service, or a service and a type, as ARNs have them: <c>lambda:function</c>.</summary>
    private static bool IsOf(OwnedResource resource, string kind)
    {
        var arn = resource.Arn.Split(':', 6);
        var type = arn[5].Split(':', '/')[0];
        return kind == arn[2] || kind == $"{arn[2]}:{type}";
    }
}
