using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Api.Protocols;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services;

/// <summary>AWS Resilience Hub: applications, the policy that they should meet, their assessments.</summary>
internal static class ResilienceHubApi
{
    private static readonly string[] Disruptions = ["Software", "Hardware", "AZ"];

    public static ApiService Service { get; } = new("resiliencehub", ApiProtocol.RestJson,
    [
        ApiOperation.Paged(
            "ListApps", ["appArn", "awsApplicationArn", "fromLastAssessmentTime", "maxResults", "name", "nextToken", "reverseOrder", "toLastAssessmentTime"],
            Pages("appSummaries"), Applications, route: "GET /list-apps"),
        ApiOperation.Single("DescribeApp", ["appArn"], Application, "POST /describe-app"),
        ApiOperation.Single("DescribeResiliencyPolicy", ["policyArn"], Policy, "POST /describe-resiliency-policy"),
        ApiOperation.Paged(
            "ListAppAssessments", ["appArn", "assessmentName", "assessmentStatus", "complianceStatus", "invoker", "maxResults", "nextToken", "reverseOrder"],
            Pages("assessmentSummaries"), Assessments, route: "GET /list-app-assessments"),
        ApiOperation.Paged(
            "ListTestRecommendations", ["assessmentArn", "maxResults", "nextToken"], Pages("testRecommendations"), Tests, route: "POST /list-test-recommendations"),
    ]);

    private static ApiPaging Pages(string items) => new(items) { TokenIn = "nextToken", TokenOut = "nextToken", Limit = "maxResults" };

    private static IEnumerable<JsonNode?> Applications(ApiCall call)
    {
        var (arn, name) = (call.Input.Text("appArn"), call.Input.Text("name"));
        return Known(call).Where(found => (arn is null || arn == found.Arn) && (name is null || name == found.Name)).Select(found => Summary(call, found));
    }

    private static JsonObject Application(ApiCall call)
    {
        var found = Find(call, call.Required("appArn"));
        var application = Summary(call, found);
        application["policyArn"] = PolicyArn(call);
        application["permissionModel"] = new JsonObject { ["type"] = "RoleBased", ["invokerRoleName"] = "ResilienceHubRole" };
        application["tags"] = new JsonObject { ["team"] = call.Account.Slug };
        return new JsonObject { ["app"] = application };
    }

    private static JsonObject Policy(ApiCall call)
    {
        var arn = call.Required("policyArn");
        JsonObject Goal(int seconds) => new() { ["rpoInSecs"] = seconds, ["rtoInSecs"] = seconds };
        return arn != PolicyArn(call) ? throw NotFound(arn) : new JsonObject
        {
            ["policy"] = new JsonObject
            {
                ["policyArn"] = arn,
                ["policyName"] = "company-baseline",
                ["tier"] = "Important",
                ["dataLocationConstraint"] = "AnyLocation",
                ["estimatedCostTier"] = "L2",
                ["creationTime"] = Wire.Epoch(call.World.Plan.Start.AddDays(-200).Midnight()),
                ["policy"] = new JsonObject { ["Software"] = Goal(3600), ["Hardware"] = Goal(3600), ["AZ"] = Goal(7200), ["Region"] = Goal(86_400) },
            },
        };
    }

    private static IEnumerable<JsonNode?> Assessments(ApiCall call)
    {
        var arn = call.Input.Text("appArn");
        return Known(call).Where(found => (arn is null || arn == found.Arn) && found.AssessedAt(call.Now) is not null).Select(found => new JsonObject
        {
            ["appArn"] = found.Arn,
            ["assessmentArn"] = AssessmentArn(found),
            ["assessmentName"] = found.Name + "-daily",
            ["assessmentStatus"] = "Success",
            ["complianceStatus"] = found.Compliance,
            ["cost"] = new JsonObject { ["amount"] = found.MonthlyCost, ["currency"] = "USD", ["frequency"] = "Monthly" },
            ["invoker"] = "System",
            ["resiliencyScore"] = found.Score,
            ["startTime"] = Wire.Epoch(found.AssessedAt(call.Now)!.Value.AddMinutes(-4)),
            ["endTime"] = Wire.Epoch(found.AssessedAt(call.Now)),
        });
    }

    private static IEnumerable<JsonNode?> Tests(ApiCall call)
    {
        var arn = call.Required("assessmentArn");
        return Known(call).Any(found => AssessmentArn(found) == arn)
            ? Disruptions.Select(type => new JsonObject { ["referenceId"] = $"test-{type.ToLowerInvariant()}", ["name"] = $"{type} failure", ["type"] = type, ["risk"] = "Medium" })
            : throw NotFound(arn);
    }

    private static JsonObject Summary(ApiCall call, ResilientApplication found) => new()
    {
        ["appArn"] = found.Arn,
        ["name"] = found.Name,
        ["description"] = found.Description,
        ["creationTime"] = Wire.Epoch(found.CreatedAt),
        ["lastAppComplianceEvaluationTime"] = Wire.Epoch(found.AssessedAt(call.Now)),
        ["complianceStatus"] = found.Compliance,
        ["resiliencyScore"] = found.Score,
        ["assessmentSchedule"] = "Daily",
        ["status"] = "Active",
        ["rpoInSecs"] = found.RecoveryPoint,
        ["rtoInSecs"] = found.RecoveryTime,
    };

    private static IEnumerable<ResilientApplication> Known(ApiCall call) => call.Estate is { } estate ? ResilientApplication.Known(estate, call.Now) : [];

    private static ResilientApplication Find(ApiCall call, string arn) => Known(call).FirstOrDefault(found => found.Arn == arn) ?? throw NotFound(arn);

    private static string AssessmentArn(ResilientApplication found) => found.Arn.Replace(":app/", ":app-assessment/", StringComparison.Ordinal);

    private static string PolicyArn(ApiCall call) => $"arn:aws:resiliencehub:{call.Region}:{call.Account.Id}:resiliency-policy/{call.Account.Stream.Child("resiliency-policy").Uuid()}";

    private static ApiException NotFound(string arn) => new("ResourceNotFoundException", $"Resource {arn} was not found");
}
