using System.Globalization;
using System.Text.Json.Nodes;

namespace OrgLens.Local.Tests.Simulation.Services;

public sealed class CostExplorerTests(SimulatedCloud cloud) : SimulationTest(cloud)
{
    private const string Yesterday = """ "TimePeriod": {"Start": "2026-11-17", "End": "2026-11-18"}, "Granularity": "DAILY" """;

    [Fact]
    public async Task Costs_by_service_are_those_of_the_document()
    {
        var expected = Document().GetProperty("service").EnumerateArray()
            .ToDictionary(row => row.GetProperty("service").GetString()!, row => row.GetProperty("cost").GetDouble());

        var answer = await CallAsync("ce", "get_cost_and_usage", $$"""
            {{{Yesterday}}, "Metrics": ["UnblendedCost"], "GroupBy": [{"Type": "DIMENSION", "Key": "SERVICE"}],
             "Filter": {"Dimensions": {"Key": "LINKED_ACCOUNT", "Values": ["{{Account.Id}}"]} } }
            """);

        var groups = Assert.Single(answer["ResultsByTime"]!.AsArray())!["Groups"]!.AsArray();
        Assert.Equal(expected, groups.ToDictionary(group => (string)group!["Keys"]![0]!, group => Amount(group!["Metrics"]!)));
    }

    [Fact]
    public async Task Totals_are_those_of_the_document_to_the_last_digit()
    {
        var expected = Document().GetProperty("cost").GetProperty("current_period_cost").GetDouble();

        var answer = await CallAsync("ce", "get_cost_and_usage", $$"""{{{Yesterday}}, "Metrics": ["UnblendedCost", "UsageQuantity"]}""");

        Assert.Equal(expected, Amount(answer["ResultsByTime"]![0]!["Total"]!));
    }

    [Fact]
    public async Task Filters_are_honoured()
    {
        var answer = await CallAsync("ce", "get_cost_and_usage", $$"""
            {{{Yesterday}}, "Metrics": ["UnblendedCost"], "GroupBy": [{"Type": "DIMENSION", "Key": "SERVICE"}], "Filter": {"And": [
              {"Not": {"Dimensions": {"Key": "RECORD_TYPE", "Values": ["Tax", "Refund"]} } }, {"Dimensions": {"Key": "SERVICE", "Values": ["Tax", "AWS Lambda"]} }]} }
            """);

        Assert.Equal("AWS Lambda", (string?)Assert.Single(answer["ResultsByTime"]![0]!["Groups"]!.AsArray())!["Keys"]![0]);
    }

    [Fact]
    public async Task Months_end_where_the_question_ends_and_long_answers_have_pages()
    {
        var months = await CallAsync("ce", "get_cost_and_usage", """{"TimePeriod": {"Start": "2026-09-15", "End": "2026-11-18"}, "Granularity": "MONTHLY", "Metrics": ["UnblendedCost"]}""");
        var days = await PagesAsync(
            "ce", "get_cost_and_usage", "ResultsByTime", """{"TimePeriod": {"Start": "2026-05-01", "End": "2026-11-18"}, "Granularity": "DAILY", "Metrics": ["UnblendedCost"]}""", "NextPageToken");

        Assert.Equal(["2026-09-15", "2026-10-01", "2026-11-01"], months["ResultsByTime"]!.AsArray().Select(period => (string)period!["TimePeriod"]!["Start"]!));
        Assert.Equal(201, days.Count);
    }

    [Fact]
    public async Task Forecasts_are_those_of_the_document()
    {
        var expected = Document().GetProperty("cost").GetProperty("forecast").EnumerateArray().Select(period => period.GetProperty("amount").GetDouble());

        var answer = await CallAsync("ce", "get_cost_forecast", """{"TimePeriod": {"Start": "2026-11-18", "End": "2026-12-18"}, "Granularity": "MONTHLY", "Metric": "UNBLENDED_COST", "PredictionIntervalLevel": 80}""");

        Assert.Equal(expected, answer["ForecastResultsByTime"]!.AsArray().Select(period => double.Parse((string)period!["MeanValue"]!, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Use_of_reservations_is_that_of_the_document()
    {
        var expected = Document().GetProperty("ri_sp_savings").EnumerateArray().Where(row => row.GetProperty("reservation_type").GetString() == "Reserved Instance")
            .ToDictionary(row => row.GetProperty("subscription_id").GetString()!, row => row.GetProperty("utilization_percentage").GetDouble());

        var answer = await CallAsync("ce", "get_reservation_utilization", $$"""{{{Yesterday}}, "GroupBy": [{"Type": "DIMENSION", "Key": "SUBSCRIPTION_ID"}]}""");
        var filtered = await CallAsync("ce", "get_reservation_utilization", $$"""
            {{{Yesterday}}, "Filter": {"Dimensions": {"Key": "SUBSCRIPTION_ID", "Values": ["{{expected.Keys.First()}}"]} } }
            """);

        var groups = answer["UtilizationsByTime"]![0]!["Groups"]!.AsArray();
        Assert.Equal(expected, groups.ToDictionary(group => (string)group!["Value"]!, group => Figure(group!["Utilization"]!, "UtilizationPercentage")));
        Assert.Equal(expected.Values.First(), Figure(filtered["UtilizationsByTime"]![0]!["Total"]!, "UtilizationPercentage"));
    }

    [Fact]
    public async Task Coverage_and_savings_plans_have_the_shape_of_the_model()
    {
        var owner = Cloud.Api.Organization.Accounts.First(account => account is { Environment: "PRODUCTION", Size: > 1 });
        await CallAsync("ce", "get_reservation_coverage", $$"""{{{Yesterday}}}""");
        await PagesAsync("ce", "get_savings_plans_coverage", "SavingsPlansCoverages", """{"TimePeriod": {"Start": "2026-11-01", "End": "2026-11-18"}, "Granularity": "DAILY", "MaxResults": 10}""", account: owner);
        await CallAsync("ce", "get_savings_plans_utilization_details", """{"TimePeriod": {"Start": "2026-11-01", "End": "2026-11-18"}}""", owner);

        var answer = await CallAsync("ce", "get_savings_plans_utilization", $$"""{{{Yesterday}}}""", owner);
        var nothing = await FailAsync("ce", "get_savings_plans_utilization", $$"""{{{Yesterday}}}""", Cloud.Restricted);

        Assert.Equal("20.4", (string?)answer["SavingsPlansUtilizationsByTime"]![0]!["Utilization"]!["TotalCommitment"]);
        Assert.Equal("DataUnavailableException", nothing.Code);
    }

    [Theory]
    [InlineData("""{"TimePeriod": {"Start": "2026-11-18", "End": "2026-11-18"}, "Granularity": "DAILY", "Metrics": ["UnblendedCost"]}""")]
    [InlineData("""{"TimePeriod": {"Start": "2020-11-01", "End": "2026-11-18"}, "Granularity": "DAILY", "Metrics": ["UnblendedCost"]}""")]
    [InlineData("""{"TimePeriod": {"Start": "2026-11-01", "End": "2026-11-18"}, "Granularity": "HOURLY", "Metrics": ["UnblendedCost"]}""")]
    [InlineData("""{"TimePeriod": {"Start": "2026-11-01", "End": "2026-11-18"}, "Granularity": "DAILY", "Metrics": ["Price"]}""")]
    [InlineData("""{"TimePeriod": {"Start": "2026-11-01", "End": "2026-11-18"}, "Granularity": "DAILY", "Metrics": ["UnblendedCost"], "Filter": {"Dimensions": {"Key": "COLOUR", "Values": ["red"]}}}""")]
    public async Task Questions_that_make_no_sense_are_refused(string question)
    {
        var error = await FailAsync("ce", "get_cost_and_usage", question);

        Assert.Equal(("ValidationException", 400), (error.Code, error.Status));
    }

    private static double Amount(JsonNode metrics) => Figure(metrics["UnblendedCost"]!, "Amount");

    private static double Figure(JsonNode structure, string name) => double.Parse((string)structure[name]!, CultureInfo.InvariantCulture);
}
