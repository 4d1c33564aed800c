using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Api.Protocols;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services;

/// <summary>AWS Marketplace's agreements: what the account has bought, from whom and until when. Only us-east-1 has the service.</summary>
internal static class MarketplaceAgreementApi
{
    public static ApiService Service { get; } = new("aws-marketplace", ApiProtocol.Json10,
    [
        ApiOperation.Paged(
            "SearchAgreements", ["catalog", "filters", "sort", "maxResults", "nextToken"],
            new ApiPaging("agreementViewSummaries") { TokenIn = "nextToken", TokenOut = "nextToken", Limit = "maxResults", Maximum = 50 }, Agreements),
    ])
    {
        Id = "marketplace-agreement",
        TargetPrefix = "AWSMPCommerceService_v20200301",
    };

    private static IEnumerable<JsonNode?> Agreements(ApiCall call)
    {
        if (call.Required("catalog") != "AWSMarketplace")
        {
            throw call.BadInput("The catalog is unknown");
        }

        var filters = call.Input.Children("filters");
        return Marketplace.Purchases(call.World.Plan, call.Account)
            .Where(purchase => filters.All(filter => Holds(call, purchase, filter)))
            .OrderBy(purchase => purchase.Until).Select(purchase => Describe(call, purchase));
    }

    private static bool Holds(ApiCall call, Purchase purchase, ApiInput filter)
    {
        var value = filter.Text("name") switch
        {
            "PartyType" => "Acceptor",
            "AgreementType" => "PurchaseAgreement",
            "Status" => StatusOf(call, purchase),
            "ResourceIdentifier" => purchase.Sku,
            var name => throw call.BadInput($"The filter {name} is not simulated"),
        };
        return filter.Texts("values").Contains(value);
    }

    private static JsonObject Describe(ApiCall call, Purchase purchase) => new()
    {
        ["agreementId"] = "agmt-" + call.Account.Stream.Child("agreement").Child(purchase.Sku).Hex(24),
        ["acceptanceTime"] = Wire.Epoch(purchase.Since),
        ["startTime"] = Wire.Epoch(purchase.Since),
        ["endTime"] = Wire.Epoch(purchase.Until),
        ["agreementType"] = "PurchaseAgreement",
        ["acceptor"] = new JsonObject { ["accountId"] = call.Account.Id },
        ["proposer"] = new JsonObject { ["accountId"] = "999988887777" },
        ["proposalSummary"] = new JsonObject
        {
            ["resources"] = Wire.List([new JsonObject { ["id"] = purchase.Sku, ["type"] = "SaaSProduct" }]),
            ["offerId"] = "offer-" + call.Account.Stream.Child("offer").Child(purchase.Sku).Hex(13),
        },
        ["status"] = StatusOf(call, purchase),
    };

    private static string StatusOf(ApiCall call, Purchase purchase) => purchase.Until > call.Now ? "ACTIVE" : "EXPIRED";
}
