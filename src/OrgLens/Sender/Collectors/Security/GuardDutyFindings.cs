using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Security;

/// <summary>
/// Findings of GuardDuty that are not archived, all of them: one that was archived, or that GuardDuty dropped after its 90 days, is listed
/// no more. An administrator's detector also has other accounts' findings, which are for those accounts.
/// </summary>
/// <remarks>
/// A suspended detector has an empty list: its status tells no threats from nobody looking.
/// https://docs.aws.amazon.com/guardduty/latest/APIReference/API_ListFindings.html
/// </remarks>
internal static class GuardDutyFindings
{
    private static readonly AwsOperation ListDetectors =
        AwsServices.GuardDuty.Get("ListDetectors", "/detector", "maxResults", "nextToken") with { Paging = AwsPaging.LowerNextToken(50) };

    private static readonly AwsOperation GetDetector = AwsServices.GuardDuty.Get("GetDetector", "/detector/{DetectorId}");

    // A page has as many ids as GetFindings takes.
    private static readonly AwsOperation ListFindings =
        AwsServices.GuardDuty.Post("ListFindings", "/detector/{DetectorId}/findings") with { Paging = AwsPaging.LowerNextToken(50) };

    private static readonly AwsOperation GetFindings = AwsServices.GuardDuty.Post("GetFindings", "/detector/{DetectorId}/findings/get");

    public static readonly Collector Collector = new("security.guard_duty")
    {
        Operations = [ListDetectors, GetDetector, ListFindings, GetFindings],
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        var isEnabled = false;
        await foreach (var detector in run.ItemsAsync(ListDetectors, "detectorIds", null, cancellationToken))
        {
            isEnabled |= await ListAsync(run, detector.AsText, cancellationToken) || await IsEnabledAsync(run, detector.AsText, cancellationToken);
        }

        if (!isEnabled)
        {
            run.Incomplete(CoverageStatus.NotEnabled, "no enabled detector");
        }
    }

    private static async Task<bool> IsEnabledAsync(CollectorRun run, string? detector, CancellationToken cancellationToken)
    {
        var answer = await run.CallAsync(GetDetector, new JsonObject { ["DetectorId"] = detector }, cancellationToken);
        return (answer.Text("status") ?? throw new AwsAnswerException(GetDetector, "status", "is missing")) == "ENABLED";
    }

    /// <summary>Lists a detector's findings, and says whether there are any.</summary>
    private static async Task<bool> ListAsync(CollectorRun run, string? detector, CancellationToken cancellationToken)
    {
        var criterion = new JsonObject { ["accountId"] = Equal(run.Account.AccountId), ["service.archived"] = Equal("false") };
        var input = new JsonObject { ["DetectorId"] = detector, ["findingCriteria"] = new JsonObject { ["criterion"] = criterion } };
        var isAny = false;
        var pages = run.PagesAsync(ListFindings, input, cancellationToken);
        await foreach (var findings in run.SelectAsync(pages, (page, ct) => DescribeAsync(run, detector, page.Texts("findingIds"), ct), cancellationToken))
        {
            isAny |= findings is not null;
            foreach (var finding in findings ?? [])
            {
                run.Write(row =>
                {
                    row.Text("id", finding.Text("id"));
                    row.Text("detector_id", detector);
                    row.Text("type", finding.Text("type"));
                    row.Number("severity", finding.Number("severity"));
                    row.Text("title", finding.Text("title"));
                    row.Text("description", finding.Text("description"));
                    row.Instant("created_at", finding.Instant("createdAt"));
                    row.Instant("updated_at", finding.Instant("updatedAt"));
                    row.Number("confidence", finding.Number("confidence"));
                });
            }
        }

        return isAny;
    }

    private static async Task<IReadOnlyList<AwsValue>?> DescribeAsync(
        CollectorRun run, string? detector, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return null;
        }

        var input = new JsonObject { ["DetectorId"] = detector, ["findingIds"] = new JsonArray([.. ids.Select(id => (JsonNode)id)]) };
        var answer = await run.TryCallAsync(GetFindings, input, [], cancellationToken);
        return answer.GetValueOrDefault().List("findings");
    }

    private static JsonObject Equal(string value) => new() { ["equals"] = new JsonArray(value) };
}
