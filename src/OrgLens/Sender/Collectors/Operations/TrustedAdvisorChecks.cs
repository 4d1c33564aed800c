using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Operations;

/// <summary>
/// Trusted Advisor checks that warn now, however old their last refresh is. Summaries say all that a row holds, and a hundred checks are
/// one call. Accounts without a plan that has the Support API are not enabled.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/awssupport/latest/APIReference/API_DescribeTrustedAdvisorCheckSummaries.html</remarks>
internal static class TrustedAdvisorChecks
{
    private const int ChecksPerCall = 100;

    private static readonly AwsOperation DescribeTrustedAdvisorChecks = AwsServices.Support.Operation("DescribeTrustedAdvisorChecks");

    private static readonly AwsOperation DescribeTrustedAdvisorCheckSummaries = AwsServices.Support.Operation("DescribeTrustedAdvisorCheckSummaries");

    public static readonly Collector Collector = new("trusted_advisor")
    {
        Scope = CollectorScope.Global,
        Operations = [DescribeTrustedAdvisorChecks, DescribeTrustedAdvisorCheckSummaries],
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        var checks = run.ItemsAsync(DescribeTrustedAdvisorChecks, "checks", new JsonObject { ["language"] = "en" }, cancellationToken);
        await foreach (var (batch, summaries) in run.SelectAsync(checks.Chunk(ChecksPerCall), (batch, ct) => SummarizeAsync(run, batch, ct), cancellationToken))
        {
            if (batch.Any(check => check.Text("id") is null))
            {
                run.Missing(DescribeTrustedAdvisorChecks, "id");
            }

            if (summaries.Any(summary => summary.Text("checkId") is null || summary.Text("status") is null))
            {
                run.Missing(DescribeTrustedAdvisorCheckSummaries, "status");
            }

            foreach (var (check, summary) in batch.Join(summaries, check => check.Text("id"), summary => summary.Text("checkId"), (check, summary) => (check, summary)))
            {
                if (summary.Text("status") is not ("ok" or "not_available" or null))
                {
                    Write(run, check, summary);
                }
            }
        }
    }

    private static async Task<(IReadOnlyList<AwsValue> Checks, IReadOnlyList<AwsValue> Summaries)> SummarizeAsync(
        CollectorRun run, IReadOnlyList<AwsValue> checks, CancellationToken cancellationToken)
    {
        var input = new JsonObject { ["checkIds"] = new JsonArray([.. checks.Select(check => (JsonNode?)check.Text("id"))]) };
        var answer = await run.TryCallAsync(DescribeTrustedAdvisorCheckSummaries, input, [], cancellationToken);
        return (checks, answer.GetValueOrDefault().List("summaries"));
    }

    private static void Write(CollectorRun run, AwsValue check, AwsValue summary) => run.Write(row =>
    {
        row.Text("check_name", check.Text("name"));
        row.Text("category", check.Text("category"));
        row.Text("severity", summary.Text("status"));
        row.Text("recommendation", check.Text("description"));
        row.Number("affected_resources_count", summary.WholeNumber("resourcesSummary.resourcesFlagged"));
        row.Number("potential_savings", summary.Number("categorySpecificSummary.costOptimizing.estimatedMonthlySavings"));
        row.Instant("timestamp", summary.Instant("timestamp"));
    });
}
