using System.Globalization;
using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Cost;

/// <summary>
/// What the account has agreed to buy in AWS Marketplace, and what that cost in the window. Agreements name products by id and Cost
/// Explorer by name, and nothing joins the two: an agreement's row has no cost, and a cost's row has the name for a code. An account
/// that never bought anything pays for no call.
/// </summary>
/// <remarks>
/// https://docs.aws.amazon.com/marketplace/latest/APIReference/API_marketplace-agreements_SearchAgreements.html. GetEntitlements of the
/// Entitlement Service answers sellers only.
/// </remarks>
internal static class MarketplaceUsage
{
    private static readonly AwsOperation SearchAgreements =
        AwsServices.MarketplaceAgreement.Operation("SearchAgreements") with { Paging = AwsPaging.LowerNextToken(50) };

    private static readonly AwsOperation GetCostAndUsage = AwsServices.CostExplorer.Operation("GetCostAndUsage") with
    {
        Paging = new AwsPaging("NextPageToken", "NextPageToken"),
        PriceUsd = 0.01m,
    };

    // What is used in the last month of an agreement may be charged when it has ended.
    private static readonly TimeSpan LateCharges = TimeSpan.FromDays(31);

    public static readonly Collector Collector = new("marketplace")
    {
        Scope = CollectorScope.Global,
        Operations = [SearchAgreements, GetCostAndUsage],
        PaidCalls = 1,
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        var input = new JsonObject
        {
            ["catalog"] = "AWSMarketplace",
            ["filters"] = new JsonArray(Filter("PartyType", "Acceptor"), Filter("AgreementType", "PurchaseAgreement")),
        };
        var (agreements, isComplete) = await run.TryListAsync(SearchAgreements, "agreementViewSummaries", input, [], cancellationToken);
        if (agreements.Any(agreement => agreement.List("proposalSummary.resources").Count == 0))
        {
            run.Missing(SearchAgreements, "proposalSummary.resources");
        }

        var products = agreements.SelectMany(agreement => agreement.List("proposalSummary.resources").Select(product => (product, agreement)));
        foreach (var product in products.GroupBy(pair => pair.product.Text("id")).OrderBy(product => product.Key, StringComparer.Ordinal))
        {
            // The agreement that lasts longest speaks for its product; one without an end lasts for ever.
            var agreement = product.MaxBy(pair => EndOf(pair.agreement)).agreement;
            if (EndOf(agreement) > run.Window.StartInstant)
            {
                Write(run, product.Key, null, null, agreement.Text("status"), run.Window.Start, run.Window.End);
            }
        }

        if (!isComplete || agreements.Any(agreement => EndOf(agreement) > run.Window.StartInstant - LateCharges))
        {
            await CollectCostAsync(run, cancellationToken);
        }
    }

    private static async Task CollectCostAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        var input = new JsonObject
        {
            ["TimePeriod"] = CostExplorerInput.Period(run),
            ["Granularity"] = run.Window.Granularity,
            ["Metrics"] = new JsonArray("UnblendedCost"),
            ["GroupBy"] = new JsonArray(new JsonObject { ["Type"] = "DIMENSION", ["Key"] = "SERVICE" }),
            ["Filter"] = CostExplorerInput.OfAccount(run, "BILLING_ENTITY", "AWS Marketplace"),
        };
        await foreach (var period in run.ItemsAsync(GetCostAndUsage, "ResultsByTime", input, cancellationToken))
        {
            if (period.Child("Groups").IsMissing)
            {
                run.Missing(GetCostAndUsage, "Groups");
            }

            foreach (var group in period.List("Groups"))
            {
                var name = group.Texts("Keys") is [var key, ..] ? key : null;
                Write(run, name, name, group.Child("Metrics.UnblendedCost"), "CONSUMED", Day(period, "Start") ?? run.Window.Start, Day(period, "End") ?? run.Window.End);
            }
        }
    }

    private static void Write(CollectorRun run, string? code, string? name, AwsValue? cost, string? status, DateOnly start, DateOnly end) => run.Write(row =>
    {
        row.Text("product_code", code);
        row.Text("product_name", name);
        row.Number("cost_consumed", cost?.Number("Amount"));
        row.Text("currency", cost?.Text("Unit"));
        row.Date("period_start", start);
        row.Date("period_end", end);
        row.Text("status", status);
    });

    private static DateTimeOffset EndOf(AwsValue agreement) => agreement.Instant("endTime") ?? DateTimeOffset.MaxValue;

    private static DateOnly? Day(AwsValue period, string name) =>
        DateOnly.TryParseExact(period.Text($"TimePeriod.{name}"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static JsonObject Filter(string name, string value) => new() { ["name"] = name, ["values"] = new JsonArray(value) };
}
