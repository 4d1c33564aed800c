using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Api.Protocols;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services.SecurityHub;

/// <summary>AWS Security Hub in the Regions that are in use: findings of all products of the last 90 days.</summary>
internal static class SecurityHubApi
{
    private static readonly string[] Enabled = ["aws-foundational-security-best-practices/v/1.0.0", "cis-aws-foundations-benchmark/v/3.0.0"];

    public static ApiService Service { get; } = new("securityhub", ApiProtocol.RestJson,
    [
        ApiOperation.Single("DescribeHub", ["HubArn"], Hub, "GET /accounts"),
        ApiOperation.Paged("GetEnabledStandards", ["StandardsSubscriptionArns", "NextToken", "MaxResults"], new ApiPaging("StandardsSubscriptions"), Standards, route: "POST /standards/get"),
        ApiOperation.Paged("GetFindings", ["Filters", "SortCriteria", "NextToken", "MaxResults"], new ApiPaging("Findings"), Findings, route: "POST /findings"),
    ])
    {
        BadInput = "InvalidInputException",
    };

    private static JsonObject Hub(ApiCall call)
    {
        var estate = Subscribed(call);
        return new JsonObject
        {
            ["HubArn"] = estate.Arn("securityhub", "hub/default"),
            ["SubscribedAt"] = Wire.Iso(estate.Census.Origin.AddDays(-350).Midnight()),
            ["AutoEnableControls"] = true,
            ["ControlFindingGenerator"] = "SECURITY_CONTROL",
        };
    }

    private static IEnumerable<JsonNode?> Standards(ApiCall call)
    {
        var estate = Subscribed(call);
        return Enabled.Select(standard => new JsonObject
        {
            ["StandardsSubscriptionArn"] = estate.Arn("securityhub", "subscription/" + standard),
            ["StandardsArn"] = $"arn:aws:securityhub:{call.Region}::standards/{standard}",
            ["StandardsInput"] = new JsonObject(),
            ["StandardsStatus"] = "READY",
            ["StandardsControlsUpdatable"] = "READY_FOR_UPDATES",
        });
    }

    private static IEnumerable<JsonNode?> Findings(ApiCall call)
    {
        var estate = Subscribed(call);
        var known = call.World.Findings.Get($"{call.Account.Id} {call.Region} {call.Now:O}", () => Known(estate, call.Now));
        var found = known.Where(finding => FindingFilter.Holds(call, finding));
        return FindingFilter.Sorted(call, found).Select(finding => finding.Json());
    }

    private static IEnumerable<ReportedFinding> Known(RegionEstate estate, DateTimeOffset now) => FindingProduct.All.SelectMany(product => estate.Posture.Known(product, now)
        .Concat(product == FindingProduct.All[0] ? estate.Posture.Passed() : [])
        .Select(finding => new ReportedFinding(estate, product, finding, now)));

    private static RegionEstate Subscribed(ApiCall call) =>
        call.Estate ?? throw new ApiException("InvalidAccessException", $"Account {call.Account.Id} is not subscribed to AWS Security Hub");
}
