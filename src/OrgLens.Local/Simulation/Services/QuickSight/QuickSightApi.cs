using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Api.Protocols;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services.QuickSight;

/// <summary>Amazon QuickSight: who uses it, and for what.</summary>
internal static class QuickSightApi
{
    private static readonly string[] Common = ["AwsAccountId", "next-token", "max-results"];

    public static ApiService Service { get; } = new("quicksight", ApiProtocol.RestJson,
    [
        ApiOperation.Single("DescribeAccountSubscription", ["AwsAccountId"], Subscription, "GET /account/{AwsAccountId}"),
        ApiOperation.Single("DescribeAccountSettings", ["AwsAccountId"], Settings, "GET /accounts/{AwsAccountId}/settings"),
        ApiOperation.Paged("ListNamespaces", Common, Pages("Namespaces"), Namespaces, Request, "GET /accounts/{AwsAccountId}/namespaces"),
        ApiOperation.Paged("ListUsers", [.. Common, "Namespace"], Pages("UserList"), People.Users, Request, "GET /accounts/{AwsAccountId}/namespaces/{Namespace}/users"),
        ApiOperation.Paged("ListGroups", [.. Common, "Namespace"], Pages("GroupList"), People.Groups, Request, "GET /accounts/{AwsAccountId}/namespaces/{Namespace}/groups"),
        ApiOperation.Paged(
            "ListGroupMemberships", [.. Common, "Namespace", "GroupName"], Pages("GroupMemberList"), People.Members, Request,
            "GET /accounts/{AwsAccountId}/namespaces/{Namespace}/groups/{GroupName}/members"),
        ApiOperation.Paged("ListDashboards", Common, Pages("DashboardSummaryList"), Assets.Dashboards, Request, "GET /accounts/{AwsAccountId}/dashboards"),
        ApiOperation.Single("DescribeDashboard", ["AwsAccountId", "DashboardId", "version-number", "alias-name"], Assets.Dashboard, "GET /accounts/{AwsAccountId}/dashboards/{DashboardId}"),
        ApiOperation.Paged("ListAnalyses", Common, Pages("AnalysisSummaryList"), Assets.Analyses, Request, "GET /accounts/{AwsAccountId}/analyses"),
        ApiOperation.Single("DescribeAnalysis", ["AwsAccountId", "AnalysisId"], Assets.Analysis, "GET /accounts/{AwsAccountId}/analyses/{AnalysisId}"),
        ApiOperation.Paged("ListDataSets", Common, Pages("DataSetSummaries"), Assets.DataSets, Request, "GET /accounts/{AwsAccountId}/data-sets"),
        ApiOperation.Single("DescribeDataSet", ["AwsAccountId", "DataSetId"], Assets.DataSet, "GET /accounts/{AwsAccountId}/data-sets/{DataSetId}"),
        ApiOperation.Paged(
            "ListIngestions", [.. Common, "DataSetId"], Pages("Ingestions"), Assets.Ingestions, Request, "GET /accounts/{AwsAccountId}/data-sets/{DataSetId}/ingestions"),
    ])
    {
        BadInput = "InvalidParameterValueException",
        BadToken = "InvalidNextTokenException",
    };

    /// <summary>What the account has; users and groups are known in one Region only.</summary>
    /// <exception cref="ApiException">It has nothing, or asks in the name of another.</exception>
    public static RegionEstate Subscribed(ApiCall call, bool isAboutPeople = false)
    {
        if (call.Input.Text("AwsAccountId") != call.Account.Id)
        {
            throw Refusal.ByPolicy(call);
        }

        if (!call.Home.Analytics.IsSubscribed)
        {
            throw new ApiException("ResourceNotFoundException", $"Directory information for account {call.Account.Id} is not found.");
        }

        return isAboutPeople && call.Region != call.Home.Region
            ? throw new ApiException(
                "AccessDeniedException",
                $"Operation is being called from endpoint {call.Region}, but your identity region is {call.Home.Region}. Please use the {call.Home.Region} endpoint.")
            : call.Region == call.Home.Region ? call.Home : new RegionEstate(call.World.Plan, call.Account, call.Region);
    }

    public static JsonObject Request(ApiCall call) => new() { ["RequestId"] = Guid.NewGuid().ToString() };

    private static ApiPaging Pages(string items) => new(items) { TokenIn = "next-token", Limit = "max-results" };

    private static JsonObject Subscription(ApiCall call)
    {
        Subscribed(call);
        var answer = Request(call);
        answer["AccountInfo"] = new JsonObject
        {
            ["AccountName"] = call.Account.Name,
            ["Edition"] = "ENTERPRISE",
            ["NotificationEmail"] = $"bi-{call.Account.Slug}@example.com",
            ["AuthenticationType"] = "IAM_AND_QUICKSIGHT",
            ["AccountSubscriptionStatus"] = "ACCOUNT_CREATED",
        };
        return answer;
    }

    private static JsonObject Settings(ApiCall call)
    {
        Subscribed(call);
        var answer = Request(call);
        answer["AccountSettings"] = new JsonObject
        {
            ["AccountName"] = call.Account.Name,
            ["Edition"] = "ENTERPRISE",
            ["DefaultNamespace"] = "default",
            ["NotificationEmail"] = $"bi-{call.Account.Slug}@example.com",
            ["PublicSharingEnabled"] = false,
            ["TerminationProtectionEnabled"] = true,
        };
        return answer;
    }

    private static IEnumerable<JsonNode?> Namespaces(ApiCall call)
    {
        var home = Subscribed(call, isAboutPeople: true);
        return [new JsonObject { ["Name"] = "default", ["Arn"] = home.Arn("quicksight", "namespace/default"), ["CapacityRegion"] = home.Region, ["CreationStatus"] = "CREATED", ["IdentityStore"] = "QUICKSIGHT" }];
    }
}
