using OrgLens.Aws;
using OrgLens.Sender;
using OrgLens.Sender.Collectors.Cost;

namespace OrgLens.Tests.Sender.Collectors;

public sealed class CostAndUsageTests
{
    private const string Forecast =
        """{"ForecastResultsByTime":[{"TimePeriod":{"Start":"2026-05-04","End":"2026-06-01"},"MeanValue":"100.5","PredictionIntervalLowerBound":"90","PredictionIntervalUpperBound":"110"}]}""";

    [Fact]
    public async Task One_answer_gives_the_windows_costs_and_those_of_the_period_before()
    {
        var calls = new CannedCalls()
            .Answer("GetCostAndUsage", Page("t", Day("2026-05-02", "2026-05-03", ("EC2", "2"), ("Tax", "0"))))
            .Answer("GetCostAndUsage", Page(null, Day("2026-05-03", "2026-05-04", ("EC2", "2.5000000001"), ("RDS", "7"), ("Credits", "-1E-2"))))
            .Answer("GetCostForecast", Forecast);
        var collected = await Collected.RunAsync(CostAndUsage.Collector, calls);
        JsonAssert.Equal(
            """
            {"account_id":"111122223333","current_period_cost":9.4900000001,"previous_period_cost":2,"cost_difference":7.4900000001,
             "cost_difference_percentage":374.50,"top_services":[{"service":"RDS","cost":7},{"service":"EC2","cost":2.5000000001},{"service":"Credits","cost":-0.01}],
             "period":{"start":"2026-05-03","end":"2026-05-04","granularity":"DAILY"},
             "forecast":[{"period":{"start":"2026-05-04","end":"2026-06-01"},"amount":100.5,"prediction_interval_lower_bound":90,"prediction_interval_upper_bound":110}]}
            """,
            collected.Document["cost"]);
        Assert.Equal(
            ["2026-05-02 EC2 2", "2026-05-02 Tax 0", "2026-05-03 RDS 7", "2026-05-03 EC2 2.5000000001", "2026-05-03 Credits -0.01"],
            collected.Rows("service").Select(row => $"{row!["date_from"]} {row["service"]} {row["cost"]}"));
        JsonAssert.Equal(
            """{"Dimensions":{"Key":"LINKED_ACCOUNT","Values":["111122223333"]}}""", collected.Calls[0].Input["Filter"]);
        JsonAssert.Equal("""{"Start":"2026-05-02","End":"2026-05-04"}""", collected.Calls[0].Input["TimePeriod"]);
        Assert.Equal(["cost Complete 1", "service Complete 5"], collected.Coverage.Select(entry => $"{entry.Collector} {entry.Status} {entry.Items}"));
    }

    [Fact]
    public async Task A_monthly_document_has_the_month_to_date_and_the_month_before()
    {
        var calls = new CannedCalls()
            .Answer("GetCostAndUsage", Page(null, Day("2026-04-01", "2026-05-01", ("EC2", "60")), Day("2026-05-01", "2026-05-04", ("EC2", "6"))))
            .Answer("GetCostForecast", Forecast);
        var collected = await Collected.RunAsync([CostAndUsage.Collector], calls, [], window: CollectionWindow.Monthly(new DateOnly(2026, 5, 4)));
        Assert.Equal("MONTHLY", (string?)collected.Calls[0].Input["Granularity"]);
        JsonAssert.Equal("""{"start":"2026-05-01","end":"2026-05-04","granularity":"MONTHLY"}""", collected.Document["cost"]!["period"]);
        Assert.Equal((6m, 60m), ((decimal)collected.Document["cost"]!["current_period_cost"]!, (decimal)collected.Document["cost"]!["previous_period_cost"]!));
    }

    [Fact]
    public async Task An_account_without_a_forecast_has_its_costs()
    {
        var calls = new CannedCalls().Answer("GetCostAndUsage", Page(null, Day("2026-05-03", "2026-05-04", ("EC2", "2"))))
            .Fail("GetCostForecast", AwsErrorKind.Failed, "DataUnavailableException");
        var collected = await Collected.RunAsync(CostAndUsage.Collector, calls);
        Assert.Empty(collected.Document["cost"]!["forecast"]!.AsArray());
        Assert.Equal(CoverageStatus.Complete, collected.Ended("cost").Status);
    }

    [Fact]
    public async Task A_switched_off_Cost_Explorer_is_no_denial()
    {
        var calls = new CannedCalls().Add("GetCostAndUsage", null, null, (operation, region) => throw new AwsCallException(operation, region, AwsErrorKind.DeniedByPolicy, "AccessDeniedException")
        {
            ServiceMessage = "User not enabled for cost explorer access",
        });
        var collected = await Collected.RunAsync(CostAndUsage.Collector, calls);
        Assert.All(collected.Coverage, entry => Assert.Equal(CoverageStatus.NotEnabled, entry.Status));
        JsonAssert.Equal("{}", collected.Document["cost"]);
    }

    [Fact]
    public async Task More_pages_than_the_budget_allows_are_not_asked_for()
    {
        var calls = new CannedCalls().Answer("GetCostAndUsage", Page("a", Day("2026-05-03", "2026-05-04", ("EC2", "2")))).Answer("GetCostAndUsage", Page("b"))
            .Answer("GetCostAndUsage", Page("c")).Answer("GetCostAndUsage", Page("d"));
        var collected = await Collected.RunAsync(CostAndUsage.Collector, calls, new CollectOptions { PaidCalls = 3 });
        Assert.Equal(3, collected.Calls.Count);
        Assert.All(collected.Coverage, entry => Assert.Equal(CoverageStatus.OverBudget, entry.Status));
        JsonAssert.Equal("[]", collected.Document["cost"]);
    }

    private static string Page(string? token, params string[] days) =>
        $$"""{"ResultsByTime":[{{string.Join(',', days)}}]{{(token is null ? string.Empty : $",\"NextPageToken\":\"{token}\"")}}}""";

    private static string Day(string start, string end, params (string Service, string Amount)[] costs) =>
        $$"""
        {"TimePeriod":{"Start":"{{start}}","End":"{{end}}"},"Total":{},"Estimated":true,"Groups":[{{string.Join(',', costs.Select(cost =>
            $"{{\"Keys\":[\"{cost.Service}\"],\"Metrics\":{{\"UnblendedCost\":{{\"Amount\":\"{cost.Amount}\",\"Unit\":\"USD\"}}}}}}"))}}]}
        """;
}
