using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Api.Protocols;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services;

/// <summary>AWS Marketplace Entitlement Service: what the account may use of one product.</summary>
internal static class MarketplaceApi
{
    public static ApiService Service { get; } = new("aws-marketplace", ApiProtocol.Json11,
    [
        ApiOperation.Paged("GetEntitlements", ["ProductCode", "Filter", "NextToken", "MaxResults"], new ApiPaging("Entitlements") { Maximum = 25 }, Entitlements),
    ])
    {
        Id = "marketplace-entitlement",
        TargetPrefix = "AWSMPEntitlementService",
        BadInput = "InvalidParameterException",
    };

    private static IEnumerable<JsonNode?> Entitlements(ApiCall call)
    {
        var (code, filter) = (call.Required("ProductCode"), call.Input.Child("Filter"));
        return Marketplace.Purchases(call.World.Plan, call.Account).Where(purchase => purchase.ProductCode == code).SelectMany(purchase => purchase.Entitlements
            .Where(entitlement => filter?.Texts("DIMENSION") is not { Count: > 0 } dimensions || dimensions.Contains(entitlement.Dimension))
            .Select(entitlement => new JsonObject
            {
                ["ProductCode"] = code,
                ["Dimension"] = entitlement.Dimension,
                ["CustomerIdentifier"] = call.Account.Stream.Child("customer").Letters(11),
                ["CustomerAWSAccountId"] = call.Account.Id,
                ["Value"] = new JsonObject { ["IntegerValue"] = entitlement.Quantity },
                ["ExpirationDate"] = Wire.Epoch(purchase.Until),
                ["LicenseArn"] = purchase.LicenseArn,
            }));
    }
}
