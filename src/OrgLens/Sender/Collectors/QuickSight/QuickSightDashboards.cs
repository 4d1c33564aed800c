using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.QuickSight;

/// <summary>Dashboards, with the data sets of the published version and the analysis that it was made of.</summary>
/// <remarks>https://docs.aws.amazon.com/quicksight/latest/APIReference/API_ListDashboards.html</remarks>
internal static class QuickSightDashboards
{
    private static readonly AwsOperation ListDashboards = QuickSightCalls.List("ListDashboards", "/accounts/{AwsAccountId}/dashboards");

    private static readonly AwsOperation DescribeDashboard =
        AwsServices.QuickSight.Get("DescribeDashboard", "/accounts/{AwsAccountId}/dashboards/{DashboardId}", "version-number", "alias-name");

    public static readonly Collector Collector = new("quicksight.dashboards")
    {
        Operations = [ListDashboards, DescribeDashboard],
        NotEnabledCodes = QuickSightCalls.NotSubscribed,
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        var dashboards = run.ItemsAsync(ListDashboards, "DashboardSummaryList", QuickSightCalls.Input(run), cancellationToken);
        await foreach (var (dashboard, version) in run.SelectAsync(dashboards, (dashboard, ct) => DescribeAsync(run, dashboard, ct), cancellationToken))
        {
            run.Write(row =>
            {
                var source = version.Text("SourceEntityArn");
                row.Text("arn", dashboard.Text("Arn"));
                row.Text("dashboard_id", dashboard.Text("DashboardId"));
                row.Text("name", dashboard.Text("Name"));
                row.Number("published_version", dashboard.WholeNumber("PublishedVersionNumber"));
                row.Instant("created_time", dashboard.Instant("CreatedTime"));
                row.Instant("last_updated_time", dashboard.Instant("LastUpdatedTime"));
                row.Instant("last_published_time", dashboard.Instant("LastPublishedTime"));
                row.Text("status", version.Text("Status"));
                row.Text("source_arn", source);
                row.Text("analysis_id", source?.Contains(":analysis/", StringComparison.Ordinal) is true ? QuickSightCalls.IdOf(source) : null);
                row.DataSets(version);
            });
        }
    }

    private static async Task<(AwsValue Dashboard, AwsValue Version)> DescribeAsync(CollectorRun run, AwsValue dashboard, CancellationToken cancellationToken)
    {
        var input = QuickSightCalls.Input(run, "DashboardId", dashboard.Text("DashboardId"));
        var details = await run.TryCallAsync(DescribeDashboard, input, QuickSightCalls.Gone, cancellationToken);
        return (dashboard, details.GetValueOrDefault().Child("Dashboard.Version"));
    }
}
