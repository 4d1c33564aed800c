using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Operations;

/// <summary>
/// Applications of Resilience Hub. <c>rpo</c> and <c>rto</c> are what its policy demands for the loss of a zone, in seconds,
/// <c>estimated_rpo</c> and <c>estimated_rto</c> what the application is assessed to reach, <c>cost</c> USD or whatever currency the
/// last successful assessment states, per month. Of drills (<c>last_drill</c>) the service says nothing.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/resilience-hub/latest/APIReference/API_ListApps.html</remarks>
internal static class ResilienceHubApps
{
    private static readonly AwsOperation ListApps =
        AwsServices.ResilienceHub.Get("ListApps", "/list-apps", "maxResults", "nextToken") with { Paging = AwsPaging.LowerNextToken(100) };

    private static readonly AwsOperation DescribeApp = AwsServices.ResilienceHub.Post("DescribeApp", "/describe-app");

    private static readonly AwsOperation DescribeResiliencyPolicy = AwsServices.ResilienceHub.Post("DescribeResiliencyPolicy", "/describe-resiliency-policy");

    private static readonly AwsOperation ListAppAssessments =
        AwsServices.ResilienceHub.Get("ListAppAssessments", "/list-app-assessments", "appArn", "assessmentStatus", "maxResults", "reverseOrder");

    // Deleted since it was listed.
    private static readonly string[] Gone = ["ResourceNotFoundException"];

    public static readonly Collector Collector = new("resilience_hub")
    {
        Operations = [ListApps, DescribeApp, DescribeResiliencyPolicy, ListAppAssessments],
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        var apps = run.ItemsAsync(ListApps, "appSummaries", null, cancellationToken);
        await foreach (var (app, policy, assessment) in run.SelectAsync(apps, (app, ct) => DescribeAsync(run, app, ct), cancellationToken))
        {
            run.Write(row =>
            {
                row.Text("app_arn", app.Text("appArn"));
                row.Text("name", app.Text("name"));
                row.Text("description", app.Text("description"));
                row.Instant("creation_time", app.Instant("creationTime"));
                row.Instant("last_assessment_time", app.Instant("lastAppComplianceEvaluationTime"));
                row.Text("compliance_status", app.Text("complianceStatus"));
                row.Number("resiliency_score", app.Number("resiliencyScore"));
                row.Text("status", app.Text("status"));
                row.Number("rpo", policy.WholeNumber("AZ.rpoInSecs"));
                row.Number("rto", policy.WholeNumber("AZ.rtoInSecs"));
                row.Number("estimated_rpo", app.WholeNumber("rpoInSecs"));
                row.Number("estimated_rto", app.WholeNumber("rtoInSecs"));
                row.Instant("last_drill", null);
                row.Number("cost", Monthly(assessment.Child("cost")));
            });
        }
    }

    private static async Task<(AwsValue App, AwsValue Policy, AwsValue Assessment)> DescribeAsync(CollectorRun run, AwsValue app, CancellationToken cancellationToken)
    {
        var arn = app.Text("appArn");
        // The newest one first: by time of start, descending.
        var newest = new JsonObject { ["appArn"] = arn, ["assessmentStatus"] = "Success", ["maxResults"] = 1, ["reverseOrder"] = true };
        var assessments = run.TryCallAsync(ListAppAssessments, newest, Gone, cancellationToken);
        var details = await run.TryCallAsync(DescribeApp, new JsonObject { ["appArn"] = arn }, Gone, cancellationToken);
        var policy = details.GetValueOrDefault().Text("app.policyArn") is { } policyArn
            ? await run.TryCallAsync(DescribeResiliencyPolicy, new JsonObject { ["policyArn"] = policyArn }, Gone, cancellationToken)
            : null;
        var assessment = (await assessments).GetValueOrDefault().List("assessmentSummaries") is [var found, ..] ? found : default;
        return (app, policy.GetValueOrDefault().Child("policy.policy"), assessment);
    }

    private static decimal? Monthly(AwsValue cost) => cost.Text("frequency") switch
    {
        "Hourly" => cost.Number("amount") * 730,
        "Daily" => cost.Number("amount") * 365 / 12,
        "Monthly" => cost.Number("amount"),
        "Yearly" => cost.Number("amount") / 12,
        _ => null,
    };
}
