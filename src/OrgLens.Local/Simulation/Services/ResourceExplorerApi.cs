using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Api.Protocols;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services;

/// <summary>AWS Resource Explorer: an index in every Region that is in use; that of the home knows all of them.</summary>
internal static class ResourceExplorerApi
{
    public static ApiService Service { get; } = new("resource-explorer-2", ApiProtocol.RestJson,
    [
        ApiOperation.Paged("ListIndexes", ["Type", "Regions", "MaxResults", "NextToken"], new ApiPaging("Indexes"), Indexes, route: "POST /ListIndexes"),
        ApiOperation.Single("GetIndex", [], Index, "POST /GetIndex"),
        ApiOperation.Single("GetDefaultView", [], call => new JsonObject { ["ViewArn"] = View(call) }, "POST /GetDefaultView"),
        ApiOperation.Paged("ListViews", ["NextToken", "MaxResults"], new ApiPaging("Views") { Maximum = 50 }, call => call.Estate is null ? [] : [View(call)], route: "POST /ListViews"),
        ApiOperation.Paged(
            "ListResources", ["Filters", "MaxResults", "ViewArn", "NextToken"], new ApiPaging("Resources") { Maximum = 1000, Usual = 100 },
            call => Found(call, call.Input.Child("Filters")?.Text("FilterString")).Select(resource => Describe(call, resource)),
            call => new JsonObject { ["ViewArn"] = View(call) }, "POST /ListResources"),
        ApiOperation.Paged(
            "Search", ["QueryString", "MaxResults", "ViewArn", "NextToken"], new ApiPaging("Resources") { Maximum = 1000, Usual = 100 },
            // A search never leads beyond its first thousand.
            call => Found(call, call.Input.Text("QueryString")).Take(1000).Select(resource => Describe(call, resource)), Count, "POST /Search"),
    ]);

    private static IEnumerable<JsonNode?> Indexes(ApiCall call)
    {
        var (type, regions) = (call.Input.Text("Type"), call.Input.Texts("Regions"));
        return call.Account.Regions.Where(region => (type is null || type == TypeOf(call, region)) && (regions.Count == 0 || regions.Contains(region)))
            .Select(region => new JsonObject { ["Region"] = region, ["Arn"] = IndexArn(call, region), ["Type"] = TypeOf(call, region) });
    }

    private static JsonObject Index(ApiCall call)
    {
        if (call.Estate is null)
        {
            throw new ApiException("ResourceNotFoundException", "Index not found");
        }

        var (isAggregator, since) = (TypeOf(call, call.Region) == "AGGREGATOR", Wire.Iso(call.World.Plan.Start.AddDays(-100).Midnight()));
        return new JsonObject
        {
            ["Arn"] = IndexArn(call, call.Region),
            ["Type"] = TypeOf(call, call.Region),
            ["State"] = "ACTIVE",
            ["ReplicatingFrom"] = isAggregator ? Wire.Texts(call.Account.Regions.Skip(1)) : null,
            ["ReplicatingTo"] = isAggregator ? null : Wire.Texts(call.Account.Regions[0]),
            ["CreatedAt"] = since,
            ["LastUpdatedAt"] = since,
            ["Tags"] = new JsonObject(),
        };
    }

    private static JsonObject Count(ApiCall call)
    {
        var number = Found(call, call.Input.Text("QueryString")).Count();
        return new JsonObject { ["ViewArn"] = View(call), ["Count"] = new JsonObject { ["TotalResources"] = Math.Min(1000, number), ["Complete"] = number <= 1000 } };
    }

    private static JsonObject Describe(ApiCall call, OwnedResource resource) => new()
    {
        ["Arn"] = resource.Arn,
        ["OwningAccountId"] = call.Account.Id,
        ["Region"] = resource.Region,
        ["ResourceType"] = TypeOf(resource),
        [nameof(Service)] = TypeOf(resource).Split(':')[0],
        ["LastReportedAt"] = Wire.Iso(call.Today.Midnight()),
        ["Properties"] = Wire.List([new JsonObject { ["Name"] = "tags", ["LastReportedAt"] = Wire.Iso(call.Today.Midnight()), ["Data"] = Wire.Tags(resource.Tags) }]),
    };

    private static IEnumerable<OwnedResource> Found(ApiCall call, string? query)
    {
        View(call);
        var terms = (query ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var regions = TypeOf(call, call.Region) == "AGGREGATOR" ? call.Account.Regions : [call.Region];
        return regions.SelectMany(region => OwnedResources.All(new RegionEstate(call.World.Plan, call.Account, region), call.Today)).Where(resource => terms.All(term => Holds(call, resource, term)));
    }

    private static bool Holds(ApiCall call, OwnedResource resource, string term) => term.Split(':', 2) switch
    {
        ["resourcetype", var type] => TypeOf(resource) == type,
        ["service", var service] => TypeOf(resource).StartsWith(service + ":", StringComparison.Ordinal),
        ["region", var region] => resource.Region == region,
        ["accountid", var account] => account == call.Account.Id,
        [var word] => resource.Arn.Contains(word.Trim('*'), StringComparison.OrdinalIgnoreCase),
        _ => throw call.BadInput($"The term {term} is not simulated"),
    };

    /// <summary>Resource Explorer has names of its own for kinds of resources.</summary>
    private static string TypeOf(OwnedResource resource) => resource.Type switch
    {
        "AWS::AutoScaling::AutoScalingGroup" => "autoscaling:autoScalingGroup",
        "AWS::ElasticLoadBalancingV2::LoadBalancer" => resource.Arn.Contains("/net/", StringComparison.Ordinal) ? "elasticloadbalancing:loadbalancer/net" : "elasticloadbalancing:loadbalancer/app",
        "AWS::RDS::DBInstance" => "rds:db",
        _ => string.Join(':', resource.Type.Split("::")[1..]).ToLowerInvariant(),
    };

    private static string TypeOf(ApiCall call, string region) => region == call.Account.Regions[0] ? "AGGREGATOR" : "LOCAL";

    private static string IndexArn(ApiCall call, string region) => $"arn:aws:resource-explorer-2:{region}:{call.Account.Id}:index/{call.Account.Stream.Child("index").Child(region).Uuid()}";

    private static string View(ApiCall call) => call.Estate is not null
        ? $"arn:aws:resource-explorer-2:{call.Region}:{call.Account.Id}:view/all-resources/{call.Account.Stream.Child("view").Child(call.Region).Uuid()}"
        : throw new ApiException("ResourceNotFoundException", "There is no index in this Region");
}
