using System.Globalization;
using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Api.Protocols;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services;

/// <summary>AWS License Manager: the licenses that came with purchases in AWS Marketplace, which only us-east-1 knows.</summary>
internal static class LicenseManagerApi
{
    public static ApiService Service { get; } = new("license-manager", ApiProtocol.Json11,
    [
        ApiOperation.Paged("ListReceivedLicenses", ["LicenseArns", "Filters", "NextToken", "MaxResults"], new ApiPaging("Licenses"), Licenses),
    ])
    {
        TargetPrefix = "AWSLicenseManager",
        BadInput = "InvalidParameterValueException",
    };

    private static IEnumerable<JsonNode?> Licenses(ApiCall call)
    {
        var (arns, filters) = (call.Input.Texts("LicenseArns"), call.Input.Children("Filters"));
        return (call.Region == "us-east-1" ? Marketplace.Purchases(call.World.Plan, call.Account) : [])
            .Where(purchase => (arns.Count == 0 || arns.Contains(purchase.LicenseArn)) && filters.All(filter => filter.Text("Name") == "ProductSKU"
                ? filter.Texts("Values").Contains(purchase.Sku)
                : throw call.BadInput($"The filter {filter.Text("Name")} is not simulated")))
            .Select(purchase => new JsonObject
            {
                ["LicenseArn"] = purchase.LicenseArn,
                ["LicenseName"] = purchase.Name,
                ["ProductName"] = purchase.Name,
                ["ProductSKU"] = purchase.Sku,
                ["Issuer"] = new JsonObject { ["Name"] = "AWS/Marketplace" },
                ["HomeRegion"] = "us-east-1",
                ["Status"] = purchase.Until > call.Now ? "AVAILABLE" : "EXPIRED",
                ["Validity"] = new JsonObject { ["Begin"] = Wire.Iso(purchase.Since), ["End"] = Wire.Iso(purchase.Until) },
                ["Beneficiary"] = call.Account.Id,
                ["Entitlements"] = Wire.List(purchase.Entitlements.Select(entitlement => new JsonObject
                {
                    ["Name"] = entitlement.Dimension,
                    ["MaxCount"] = entitlement.Quantity,
                    ["Unit"] = "Count",
                    ["Overage"] = false,
                })),
                ["LicenseMetadata"] = Wire.List([new JsonObject { ["Name"] = "ProductCode", ["Value"] = purchase.ProductCode }]),
                ["CreateTime"] = purchase.Since.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
                ["Version"] = "1",
                ["ReceivedMetadata"] = new JsonObject { ["ReceivedStatus"] = "ACTIVE" },
            });
    }
}
