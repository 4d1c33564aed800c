using System.Globalization;
using System.Text.Json.Nodes;
using OrgLens.Aws;
using OrgLens.Sender;
using OrgLens.Sender.Collectors.Cost;

namespace OrgLens.Tests.Sender.Collectors;

public sealed class MarketplaceUsageTests
{
    private const string Costs =
        """
        {"ResultsByTime":[{"TimePeriod":{"Start":"2026-05-03","End":"2026-05-04"},"Estimated":true,
          "Groups":[{"Keys":["Fancy Firewall"],"Metrics":{"UnblendedCost":{"Amount":"1.2345678","Unit":"USD"}}}]}]}
        """;

    [Fact]
    public async Task What_was_agreed_and_what_it_cost_is_listed()
    {
        var calls = new CannedCalls().Answer("SearchAgreements", Page(",\"nextToken\":\"t\"", "prod-1", "ACTIVE", null), First)
            .Answer("SearchAgreements", Page("", "prod-1", "EXPIRED", 1767780000), Later).Answer("GetCostAndUsage", Costs);
        var collected = await Collected.RunAsync(MarketplaceUsage.Collector, calls);
        JsonAssert.Equal(
            """
            [{"product_code":"prod-1","product_name":null,"cost_consumed":null,"currency":null,"period_start":"2026-05-03","period_end":"2026-05-04","status":"ACTIVE"},
             {"product_code":"Fancy Firewall","product_name":"Fancy Firewall","cost_consumed":1.2345678,"currency":"USD","period_start":"2026-05-03",
              "period_end":"2026-05-04","status":"CONSUMED"}]
            """,
            collected.Rows("marketplace"));
        Assert.Equal(CoverageStatus.Complete, collected.Ended("marketplace").Status);
        JsonAssert.Equal(
            """
            {"And":[{"Dimensions":{"Key":"LINKED_ACCOUNT","Values":["111122223333"]}},{"Dimensions":{"Key":"BILLING_ENTITY","Values":["AWS Marketplace"]}}]}
            """,
            collected.Calls[^1].Input["Filter"]);
    }

    [Fact]
    public async Task An_account_that_bought_nothing_pays_for_no_call()
    {
        var calls = new CannedCalls().Answer("SearchAgreements", """{"agreementViewSummaries":[]}""");
        var collected = await Collected.RunAsync(MarketplaceUsage.Collector, calls);
        Assert.Equal((CoverageStatus.Empty, 1), (collected.Ended("marketplace").Status, collected.Ended("marketplace").Calls));
    }

    [Fact]
    public async Task An_agreement_that_ended_long_ago_is_neither_listed_nor_paid_for()
    {
        var calls = new CannedCalls().Answer("SearchAgreements", Page("", "prod-1", "EXPIRED", 1767780000));
        Assert.Empty((await Collected.RunAsync(MarketplaceUsage.Collector, calls)).Rows("marketplace"));
    }

    [Fact]
    public async Task Where_agreements_may_not_be_read_to_the_end_the_cost_is_asked_for()
    {
        var calls = new CannedCalls().Answer("SearchAgreements", Page(",\"nextToken\":\"t\"", "prod-1", "ACTIVE", null), First)
            .Fail("SearchAgreements", AwsErrorKind.DeniedByPolicy, "AccessDeniedException", Later).Answer("GetCostAndUsage", Costs);
        var collected = await Collected.RunAsync(MarketplaceUsage.Collector, calls);
        Assert.Equal(["prod-1", "Fancy Firewall"], collected.Rows("marketplace").Select(row => (string?)row!["product_code"]));
        Assert.Equal((CoverageStatus.DeniedIam, "aws-marketplace:SearchAgreements AccessDeniedException"), (collected.Ended("marketplace").Status, collected.Ended("marketplace").Error));
    }

    [Fact]
    public async Task A_second_page_of_costs_that_is_not_in_the_budget_is_named()
    {
        var calls = new CannedCalls().Answer("SearchAgreements", Page("", "prod-1", "ACTIVE", null))
            .Answer("GetCostAndUsage", Costs.TrimEnd()[..^1] + ",\"NextPageToken\":\"t\"}", input => !input.ContainsKey("NextPageToken"));
        var collected = await Collected.RunAsync(MarketplaceUsage.Collector, calls, new CollectOptions { PaidCalls = 1 });
        Assert.Equal(2, collected.Rows("marketplace").Count);
        Assert.Equal(CoverageStatus.OverBudget, collected.Ended("marketplace").Status);
    }

    private static string Page(string more, string product, string status, int? end) =>
        $$$"""
        {"agreementViewSummaries":[{"agreementId":"agmt-1","startTime":1767000000,"endTime":{{{end?.ToString(CultureInfo.InvariantCulture) ?? "null"}}},"agreementType":"PurchaseAgreement",
          "proposalSummary":{"resources":[{"id":"{{{product}}}","type":"SaaSProduct"}],"offerId":"offer-1"},"status":"{{{status}}}"}]{{{more}}}}
        """;

    private static bool First(JsonObject input) => !input.ContainsKey("nextToken");

    private static bool Later(JsonObject input) => input.ContainsKey("nextToken");
}
