using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Api.Protocols;

namespace OrgLens.Local.Simulation.Services.CostExplorer;

/// <summary>AWS Cost Explorer: what an account costs, will cost, and makes of its commitments. A day's figures are there when it is over.</summary>
internal static class CostExplorerApi
{
    private static readonly string[] Common = ["TimePeriod", "Granularity", "Filter"];

    public static ApiService Service { get; } = new("ce", ApiProtocol.Json11,
    [
        ApiOperation.Paged(
            "GetCostAndUsage", [.. Common, "Metrics", "GroupBy", "BillingViewArn", "NextPageToken"], PagesOf("ResultsByTime") with { Limit = null }, CostAndUsage.Periods, CostAndUsage.Groups),
        ApiOperation.Single("GetCostForecast", [.. Common, "Metric", "BillingViewArn", "PredictionIntervalLevel"], CostForecast.Answer),
        ApiOperation.Paged(
            "GetReservationUtilization", [.. Common, "GroupBy", "SortBy", "NextPageToken", "MaxResults"], PagesOf("UtilizationsByTime"), ReservationUse.Utilization, ReservationUse.Total),
        ApiOperation.Paged(
            "GetReservationCoverage", [.. Common, "GroupBy", "Metrics", "SortBy", "NextPageToken", "MaxResults"], PagesOf("CoveragesByTime"), ReservationCoverage.Periods, ReservationCoverage.Total),
        ApiOperation.Single("GetSavingsPlansUtilization", [.. Common, "SortBy"], SavingsPlanUse.Utilization),
        ApiOperation.Paged(
            "GetSavingsPlansUtilizationDetails", ["TimePeriod", "Filter", "DataType", "NextToken", "MaxResults", "SortBy"],
            new ApiPaging("SavingsPlansUtilizationDetails") { Maximum = 1000 }, SavingsPlanUse.Details, SavingsPlanUse.DetailsTotal),
        ApiOperation.Paged(
            "GetSavingsPlansCoverage", [.. Common, "GroupBy", "Metrics", "NextToken", "MaxResults", "SortBy"],
            new ApiPaging("SavingsPlansCoverages") { Maximum = 1000 }, SavingsPlanUse.Coverage),
    ])
    {
        TargetPrefix = "AWSInsightsIndexService",
        BadToken = "InvalidNextTokenException",
        ThrottledCode = "LimitExceededException",
    };

    private static ApiPaging PagesOf(string items) => new(items) { TokenIn = "NextPageToken", TokenOut = "NextPageToken", Maximum = 100 };
}
