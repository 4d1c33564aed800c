using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Operations;

/// <summary>
/// Support cases of the last twelve months, which is as long as the service keeps them, resolved ones included. What is written in them
/// is not read; without contacts, neither are their subjects and who opened them.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/awssupport/latest/APIReference/API_DescribeCases.html</remarks>
internal static class SupportCases
{
    private static readonly AwsOperation DescribeCases = AwsServices.Support.Operation("DescribeCases") with { Paging = AwsPaging.LowerNextToken(100) };

    public static readonly Collector Collector = new("support_tickets")
    {
        Scope = CollectorScope.Global,
        Operations = [DescribeCases],
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        var input = new JsonObject { ["includeResolvedCases"] = true, ["includeCommunications"] = false };
        await foreach (var item in run.ItemsAsync(DescribeCases, "cases", input, cancellationToken))
        {
            run.Write(row =>
            {
                row.Text("case_id", item.Text("caseId"));
                row.Text("display_id", item.Text("displayId"));
                row.Text("subject", run.Options.IncludeContacts ? item.Text("subject") : null);
                row.Text("status", item.Text("status"));
                row.Text("severity_code", item.Text("severityCode"));
                row.Text("service_code", item.Text("serviceCode"));
                row.Text("category_code", item.Text("categoryCode"));
                row.Instant("time_created", item.Instant("timeCreated"));
                row.Text("submitted_by", run.Options.IncludeContacts ? item.Text("submittedBy") : null);
                row.Text("language", item.Text("language") ?? "en");
                row.Date("date_from", run.Window.Start);
                row.Date("date_to", run.Window.End);
            });
        }
    }
}
