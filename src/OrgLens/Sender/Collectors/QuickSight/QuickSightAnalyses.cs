using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.QuickSight;

/// <summary>Analyses, with their data sets. One that was deleted is listed, as <c>DELETED</c>, for as long as it can be restored.</summary>
/// <remarks>https://docs.aws.amazon.com/quicksight/latest/APIReference/API_ListAnalyses.html</remarks>
internal static class QuickSightAnalyses
{
    private static readonly AwsOperation ListAnalyses = QuickSightCalls.List("ListAnalyses", "/accounts/{AwsAccountId}/analyses");

    private static readonly AwsOperation DescribeAnalysis = AwsServices.QuickSight.Get("DescribeAnalysis", "/accounts/{AwsAccountId}/analyses/{AnalysisId}");

    public static readonly Collector Collector = new("quicksight.analyses")
    {
        Operations = [ListAnalyses, DescribeAnalysis],
        NotEnabledCodes = QuickSightCalls.NotSubscribed,
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        var analyses = run.ItemsAsync(ListAnalyses, "AnalysisSummaryList", QuickSightCalls.Input(run), cancellationToken);
        await foreach (var (analysis, details) in run.SelectAsync(analyses, (analysis, ct) => DescribeAsync(run, analysis, ct), cancellationToken))
        {
            run.Write(row =>
            {
                row.Text("arn", analysis.Text("Arn"));
                row.Text("analysis_id", analysis.Text("AnalysisId"));
                row.Text("name", analysis.Text("Name"));
                row.Text("status", analysis.Text("Status"));
                row.Instant("created_time", analysis.Instant("CreatedTime"));
                row.Instant("last_updated_time", analysis.Instant("LastUpdatedTime"));
                row.DataSets(details);
            });
        }
    }

    private static async Task<(AwsValue Analysis, AwsValue Details)> DescribeAsync(CollectorRun run, AwsValue analysis, CancellationToken cancellationToken)
    {
        // Whatever is still known of a deleted one is in the list.
        if (analysis.Text("Status") == "DELETED")
        {
            return (analysis, default);
        }

        var input = QuickSightCalls.Input(run, "AnalysisId", analysis.Text("AnalysisId"));
        var details = await run.TryCallAsync(DescribeAnalysis, input, QuickSightCalls.Gone, cancellationToken);
        return (analysis, details.GetValueOrDefault().Child("Analysis"));
    }
}
