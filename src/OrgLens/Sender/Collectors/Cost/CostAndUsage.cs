using System.Globalization;
using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Cost;

/// <summary>
/// The account's cost by service, in the window and the period before, and the forecast: two paid requests. The period before is in the
/// same answer and its rows go into the document, too, since Cost Explorer corrects a day for some days.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_GetCostAndUsage.html</remarks>
internal static class CostAndUsage
{
    private const string Services = "service";
    private const int TopServices = 5;

    private static readonly AwsOperation GetCostAndUsage = AwsServices.CostExplorer.Operation("GetCostAndUsage") with
    {
        Paging = new AwsPaging("NextPageToken", "NextPageToken"),
        PriceUsd = 0.01m,
    };

    private static readonly AwsOperation GetCostForecast = AwsServices.CostExplorer.Operation("GetCostForecast") with { PriceUsd = 0.01m };

    // A young account, or one that has used nothing, has no data and no forecast.
    private static readonly string[] NoData = ["DataUnavailableException"];

    public static readonly Collector Collector = new("cost")
    {
        Scope = CollectorScope.Global,
        Operations = [GetCostAndUsage, GetCostForecast],
        Others = [new(Services, "service")],
        PaidCalls = 2,
        NotEnabledCodes = NoData,
        // Cost Explorer is switched on by a visit of its page, and for members by their management account.
        IsNotEnabled = failure => failure.ServiceMessage?.Contains("not enabled for cost explorer", StringComparison.OrdinalIgnoreCase) is true,
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        var costs = await CostsAsync(run, cancellationToken);
        foreach (var cost in costs.OrderBy(cost => cost.Start).ThenByDescending(cost => cost.Amount).ThenBy(cost => cost.Service, StringComparer.Ordinal))
        {
            run.Output(Services).Write(row =>
            {
                row.Text("service", cost.Service);
                row.Text("usage_types", "Aggregated");
                row.Date("date_from", cost.Start);
                row.Date("date_to", cost.End);
                row.Number("cost", cost.Amount);
                row.Text("currency", cost.Unit);
                row.Number("utilization", null);
                row.Text("utilization_unit", null);
            });
        }

        var forecast = await run.TryCallAsync(GetCostForecast, ForecastInput(run), NoData, cancellationToken);
        Report(run, costs, forecast.GetValueOrDefault().List("ForecastResultsByTime"));
    }

    private static void Report(CollectorRun run, IReadOnlyList<ServiceCost> costs, IReadOnlyList<AwsValue> forecast)
    {
        var inWindow = costs.Where(cost => cost.Start >= run.Window.Start).ToList();
        var (current, previous) = (inWindow.Sum(cost => cost.Amount), costs.Sum(cost => cost.Amount) - inWindow.Sum(cost => cost.Amount));
        var last = inWindow.Count > 0 ? inWindow.Max(cost => cost.Start) : run.Window.Start;
        var top = inWindow.Where(cost => cost.Start == last).OrderByDescending(cost => cost.Amount).ThenBy(cost => cost.Service, StringComparer.Ordinal).Take(TopServices);
        run.Write(row =>
        {
            row.Text("account_id", run.Account.AccountId);
            row.Number("current_period_cost", current);
            row.Number("previous_period_cost", previous);
            row.Number("cost_difference", current - previous);
            row.Number("cost_difference_percentage", previous > 0 ? Math.Round((current - previous) / previous * 100, 2) : 0);
            row.List("top_services", top, (service, cost) =>
            {
                service.Text("service", cost.Service);
                service.Number("cost", cost.Amount);
            });
            row.Nested("period", period =>
            {
                period.Date("start", run.Window.Start);
                period.Date("end", run.Window.End);
                period.Text("granularity", run.Window.Granularity);
            });
            row.List("forecast", forecast, (month, value) =>
            {
                month.Nested("period", period =>
                {
                    period.Text("start", value.Text("TimePeriod.Start"));
                    period.Text("end", value.Text("TimePeriod.End"));
                });
                month.Number("amount", value.Number("MeanValue"));
                month.Number("prediction_interval_lower_bound", value.Number("PredictionIntervalLowerBound"));
                month.Number("prediction_interval_upper_bound", value.Number("PredictionIntervalUpperBound"));
            });
        });
    }

    private static async Task<IReadOnlyList<ServiceCost>> CostsAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        var input = new JsonObject
        {
            ["TimePeriod"] = Period(run.Window.PreviousStart, run.Window.End),
            ["Granularity"] = run.Window.Granularity,
            ["Metrics"] = new JsonArray("UnblendedCost"),
            ["GroupBy"] = new JsonArray(new JsonObject { ["Type"] = "DIMENSION", ["Key"] = "SERVICE" }),
            ["Filter"] = OnlyThisAccount(run),
        };
        var costs = new List<ServiceCost>();
        await foreach (var period in run.ItemsAsync(GetCostAndUsage, "ResultsByTime", input, cancellationToken))
        {
            // A sum that lacks a service is worse than none.
            costs.AddRange((period.Child("Groups").IsMissing ? throw Missing("Groups") : period.List("Groups")).Select(group => new ServiceCost(
                group.Texts("Keys") is [var service, ..] ? service : throw Missing("Keys"),
                Day(period, "TimePeriod.Start"),
                Day(period, "TimePeriod.End"),
                group.Number("Metrics.UnblendedCost.Amount") ?? throw Missing("Amount"),
                group.Text("Metrics.UnblendedCost.Unit"))));
        }

        return costs;
    }

    // Cost Explorer forecasts from today at the earliest, also where an older day is collected.
    private static JsonObject ForecastInput(CollectorRun run)
    {
        var today = DateOnly.FromDateTime(run.Now.UtcDateTime);
        return new JsonObject
        {
            ["TimePeriod"] = Period(today, today.AddDays(30)),
            ["Metric"] = "UNBLENDED_COST",
            ["Granularity"] = "MONTHLY",
            ["PredictionIntervalLevel"] = 80,
            ["Filter"] = OnlyThisAccount(run),
        };
    }

    // A management account sees the costs of all its members: each one sends its own.
    private static JsonObject OnlyThisAccount(CollectorRun run) =>
        new() { ["Dimensions"] = new JsonObject { ["Key"] = "LINKED_ACCOUNT", ["Values"] = new JsonArray(run.Account.AccountId) } };

    private static JsonObject Period(DateOnly start, DateOnly end) => new() { ["Start"] = Text(start), ["End"] = Text(end) };

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(AwsValue period, string member) =>
        DateOnly.TryParseExact(period.Text(member), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new AwsAnswerException(GetCostAndUsage, member, "is not a day");

    private static AwsAnswerException Missing(string member) => new(GetCostAndUsage, member, "is missing");

    private sealed record ServiceCost(string Service, DateOnly Start, DateOnly End, decimal Amount, string? Unit);
}
