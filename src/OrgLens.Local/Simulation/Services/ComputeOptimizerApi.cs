using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Api.Protocols;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services;

/// <summary>AWS Compute Optimizer, which accounts with few permissions have not opted in to.</summary>
internal static class ComputeOptimizerApi
{
    private static readonly string[] Common = ["accountIds", "filters", "maxResults", "nextToken"];

    public static ApiService Service { get; } = new("compute-optimizer", ApiProtocol.Json10,
    [
        ApiOperation.Single("GetEnrollmentStatus", [], Enrollment),
        ApiOperation.Paged("GetEC2InstanceRecommendations", [.. Common, "instanceArns", "recommendationPreferences"], Pages("instanceRecommendations"), Instances),
        ApiOperation.Paged("GetEBSVolumeRecommendations", [.. Common, "volumeArns"], Pages("volumeRecommendations"), Volumes),
        ApiOperation.Paged("GetLambdaFunctionRecommendations", [.. Common, "functionArns"], Pages("lambdaFunctionRecommendations"), Functions),
        ApiOperation.Paged("GetAutoScalingGroupRecommendations", [.. Common, "autoScalingGroupArns", "recommendationPreferences"], Pages("autoScalingGroupRecommendations"), Groups),
    ])
    {
        TargetPrefix = "ComputeOptimizerService",
        BadInput = "InvalidParameterValueException",
    };

    private static ApiPaging Pages(string items) => new(items) { TokenIn = "nextToken", TokenOut = "nextToken", Limit = "maxResults", Minimum = 0, Maximum = 1000, Usual = 100 };

    private static JsonObject Enrollment(ApiCall call) => new()
    {
        ["status"] = call.Account.IsRestricted ? "Inactive" : "Active",
        ["memberAccountsEnrolled"] = false,
        ["lastUpdatedTimestamp"] = Wire.Epoch(call.World.Plan.Start.AddDays(-200).Midnight()),
    };

    private static IEnumerable<JsonNode?> Instances(ApiCall call) => Recommendations(call, "EC2", "instanceArns").Select(advice => new JsonObject
    {
        ["instanceArn"] = advice.Arn,
        ["accountId"] = call.Account.Id,
        ["instanceName"] = advice.Name,
        ["currentInstanceType"] = advice.InstanceType,
        ["finding"] = advice.Finding,
        ["utilizationMetrics"] = Wire.List([Metric("Cpu", advice.CpuMaximum), Metric("Memory", advice.MemoryMaximum)]),
        ["lookBackPeriodInDays"] = 14.0,
        ["recommendationOptions"] = Options(advice.BetterInstanceType is null, new JsonObject
        {
            ["instanceType"] = advice.BetterInstanceType,
            ["performanceRisk"] = advice.Risk,
            ["rank"] = 1,
            ["savingsOpportunity"] = Savings(advice),
            ["migrationEffort"] = "Medium",
        }),
        ["lastRefreshTimestamp"] = Refreshed(call),
        ["instanceState"] = "running",
    });

    private static IEnumerable<JsonNode?> Volumes(ApiCall call) => Recommendations(call, "EBS", "volumeArns").Select(advice => new JsonObject
    {
        ["volumeArn"] = advice.Arn,
        ["accountId"] = call.Account.Id,
        ["currentConfiguration"] = new JsonObject { ["volumeType"] = advice.VolumeType, ["volumeSize"] = advice.VolumeGiB },
        ["finding"] = advice.Finding,
        ["lookBackPeriodInDays"] = 14.0,
        ["volumeRecommendationOptions"] = Options(advice.BetterVolumeType is null, new JsonObject
        {
            ["configuration"] = new JsonObject { ["volumeType"] = advice.BetterVolumeType, ["volumeSize"] = advice.VolumeGiB },
            ["performanceRisk"] = advice.Risk,
            ["rank"] = 1,
            ["savingsOpportunity"] = Savings(advice),
        }),
        ["lastRefreshTimestamp"] = Refreshed(call),
    });

    private static IEnumerable<JsonNode?> Functions(ApiCall call) => Recommendations(call, "Lambda", "functionArns").Select(advice => new JsonObject
    {
        ["functionArn"] = advice.Arn,
        ["functionVersion"] = "$LATEST",
        ["accountId"] = call.Account.Id,
        ["currentMemorySize"] = advice.MemoryMiB,
        ["lookbackPeriodInDays"] = 14.0,
        ["lastRefreshTimestamp"] = Refreshed(call),
        ["finding"] = advice.Finding,
        ["findingReasonCodes"] = advice.Finding switch { "NotOptimized" => Wire.Texts("MemoryOverprovisioned"), "Unavailable" => Wire.Texts("InsufficientData"), _ => new JsonArray() },
        ["memorySizeRecommendationOptions"] = Options(advice.BetterMemoryMiB is null, new JsonObject
        {
            ["rank"] = 1,
            ["memorySize"] = advice.BetterMemoryMiB,
            ["savingsOpportunity"] = Savings(advice),
        }),
    });

    private static IEnumerable<JsonNode?> Groups(ApiCall call) => Recommendations(call, "AutoScaling", "autoScalingGroupArns").Select(advice => new JsonObject
    {
        ["accountId"] = call.Account.Id,
        ["autoScalingGroupArn"] = advice.Arn,
        ["autoScalingGroupName"] = advice.Name,
        ["finding"] = advice.Finding,
        ["utilizationMetrics"] = Wire.List([Metric("Cpu", advice.CpuMaximum)]),
        ["lookBackPeriodInDays"] = 14.0,
        ["currentConfiguration"] = Configuration(advice, advice.InstanceType),
        ["recommendationOptions"] = Options(advice.BetterInstanceType is null, new JsonObject
        {
            ["configuration"] = Configuration(advice, advice.BetterInstanceType),
            ["performanceRisk"] = advice.Risk,
            ["rank"] = 1,
            ["savingsOpportunity"] = Savings(advice),
            ["migrationEffort"] = "Low",
        }),
        ["lastRefreshTimestamp"] = Refreshed(call),
    });

    private static IEnumerable<Recommendation> Recommendations(ApiCall call, string kind, string arnsMember)
    {
        if (call.Account.IsRestricted)
        {
            throw new ApiException("OptInRequiredException", "Aws account is not registered for recommendation.");
        }

        if (call.Input.Texts("accountIds").Any(id => id != call.Account.Id))
        {
            throw call.BadInput("Only the management account may ask about other accounts.");
        }

        var (arns, filters) = (call.Input.Texts(arnsMember), call.Input.Children("filters"));
        var advice = call.Estate is { } estate ? Rightsizing.Recommendations(estate, call.Today).Concat(Rightsizing.ForGroups(estate, call.Today)) : [];
        return advice.Where(item => item.Kind == kind && (arns.Count == 0 || arns.Contains(item.Arn)))
            .Where(item => filters.All(filter => filter.Text("name") == "Finding" ? filter.Texts("values").Contains(item.Finding) : throw call.BadInput($"The filter {filter.Text("name")} is not simulated")));
    }

    private static JsonArray Options(bool isNone, JsonObject option) => isNone ? [] : [option];

    private static JsonObject? Savings(Recommendation advice) => advice.SavingsPercent is null ? null : new JsonObject
    {
        ["savingsOpportunityPercentage"] = advice.SavingsPercent,
        ["estimatedMonthlySavings"] = new JsonObject { ["currency"] = "USD", ["value"] = advice.MonthlySavings },
    };

    private static JsonObject Metric(string name, double value) => new() { ["name"] = name, ["statistic"] = "Maximum", ["value"] = value };

    private static JsonObject Configuration(Recommendation advice, string? type) =>
        new() { ["desiredCapacity"] = advice.Capacity, ["minSize"] = advice.Minimum, ["maxSize"] = advice.Maximum, ["instanceType"] = type, ["type"] = "SingleInstanceType" };

    private static JsonNode? Refreshed(ApiCall call) => Wire.Epoch(call.Yesterday.Midnight().AddHours(5));
}
