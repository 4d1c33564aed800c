using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Api.Protocols;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services;

/// <summary>AWS Support: Trusted Advisor, refreshed once a day, and cases.</summary>
internal static class SupportApi
{
    public static ApiService Service { get; } = new("support", ApiProtocol.Json11,
    [
        ApiOperation.Single("DescribeTrustedAdvisorChecks", ["language"], Checks),
        ApiOperation.Single("DescribeTrustedAdvisorCheckResult", ["checkId", "language"], Result),
        ApiOperation.Single("DescribeTrustedAdvisorCheckSummaries", ["checkIds"], Summaries),
        ApiOperation.Paged(
            "DescribeCases", ["caseIdList", "displayId", "afterTime", "beforeTime", "includeResolvedCases", "nextToken", "maxResults", "language", "includeCommunications"],
            new ApiPaging("cases") { TokenIn = "nextToken", TokenOut = "nextToken", Limit = "maxResults", Minimum = 10 }, Cases),
    ])
    {
        TargetPrefix = "AWSSupport_20130415",
    };

    private static JsonObject Checks(ApiCall call)
    {
        call.Required("language");
        return new JsonObject
        {
            ["checks"] = Wire.List(Advice.Checks.Select(check => new JsonObject
            {
                ["id"] = check.Id,
                ["name"] = check.Name,
                ["description"] = check.Recommendation,
                ["category"] = check.Category,
                ["metadata"] = Wire.Texts("Region/AZ", "Resource", "Status"),
            })),
        };
    }

    private static JsonObject Result(ApiCall call)
    {
        var (check, flagged, result) = Outcome(call, call.Required("checkId"));
        result["flaggedResources"] = Wire.List(Enumerable.Range(0, flagged?.Affected ?? 0).Select(index =>
        {
            var resource = call.Account.Stream.Child("flagged").Child(check.Name).Child(index);
            return new JsonObject
            {
                ["status"] = flagged!.IsError ? "error" : "warning",
                ["region"] = call.Account.Regions[0],
                ["resourceId"] = resource.Letters(43),
                ["isSuppressed"] = false,
                ["metadata"] = Wire.Texts(call.Account.Regions[0], $"{call.Account.Slug}-{index + 1}", flagged.IsError ? "Red" : "Yellow"),
            };
        }));
        return new JsonObject { ["result"] = result };
    }

    private static JsonObject Summaries(ApiCall call) => new()
    {
        ["summaries"] = Wire.List(call.Input.Texts("checkIds").Select(id =>
        {
            var (_, flagged, summary) = Outcome(call, id);
            summary["hasFlaggedResources"] = flagged is not null;
            return summary;
        })),
    };

    private static (AdvisorCheck Check, FlaggedCheck? Flagged, JsonObject Outcome) Outcome(ApiCall call, string id)
    {
        var check = Advice.Checks.FirstOrDefault(check => check.Id == id) ?? throw new ApiException("InvalidParameterValueException", $"Invalid check id: {id}");
        var flagged = Advice.Flagged(call.Account, check, call.Yesterday);
        return (check, flagged, new JsonObject
        {
            ["checkId"] = id,
            ["timestamp"] = (flagged?.RefreshedAt ?? call.Yesterday.Midnight().AddHours(4)).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null),
            ["status"] = flagged is null ? "ok" : flagged.IsError ? "error" : "warning",
            ["resourcesSummary"] = new JsonObject
            {
                ["resourcesProcessed"] = 20 + (flagged?.Affected ?? 0),
                ["resourcesFlagged"] = flagged?.Affected ?? 0,
                ["resourcesIgnored"] = 0,
                ["resourcesSuppressed"] = 0,
            },
            ["categorySpecificSummary"] = check.MonthlySavings > 0
                ? new JsonObject { ["costOptimizing"] = new JsonObject { ["estimatedMonthlySavings"] = flagged?.Savings ?? 0, ["estimatedPercentMonthlySavings"] = flagged is null ? 0 : 0.1 } }
                : new JsonObject(),
        });
    }

    private static IEnumerable<JsonNode?> Cases(ApiCall call)
    {
        var input = call.Input;
        var (ids, display) = (input.Texts("caseIdList"), input.Text("displayId"));
        return SupportDesk.Cases(call.Account, call.Now)
            .Where(asked => (ids.Count == 0 || ids.Contains(asked.Id)) && (display is null || display == asked.DisplayId))
            .Where(asked => asked.Status != "resolved" || input.Flag("includeResolvedCases") || ids.Count > 0 || display is not null)
            .Where(asked => !(asked.CreatedAt < input.Instant("afterTime")) && !(asked.CreatedAt > input.Instant("beforeTime")))
            .Select(asked => Describe(asked, input.Text("includeCommunications") != "false"));
    }

    private static JsonObject Describe(SupportCase asked, bool withCommunications) => new()
    {
        ["caseId"] = asked.Id,
        ["displayId"] = asked.DisplayId,
        ["subject"] = asked.Subject,
        ["status"] = asked.Status,
        ["serviceCode"] = asked.Service,
        ["categoryCode"] = asked.Category,
        ["severityCode"] = asked.Severity,
        ["submittedBy"] = asked.SubmittedBy,
        ["timeCreated"] = Wire.Iso(asked.CreatedAt),
        ["recentCommunications"] = withCommunications
            ? new JsonObject
            {
                ["communications"] = Wire.List([new JsonObject { ["caseId"] = asked.Id, ["body"] = asked.Body, ["submittedBy"] = asked.SubmittedBy, ["timeCreated"] = Wire.Iso(asked.CreatedAt) }]),
            }
            : null,
        ["ccEmailAddresses"] = new JsonArray(),
        ["language"] = "en",
    };
}
