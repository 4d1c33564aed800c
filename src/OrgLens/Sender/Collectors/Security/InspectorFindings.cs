using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Security;

/// <summary>
/// Findings of Inspector in every status, the gravest first; closed ones are listed until Inspector deletes them. A delegated administrator
/// also sees other accounts' findings, which are for those accounts.
/// </summary>
/// <remarks>
/// Inspector answers with an empty list where it is off, too: there its status tells no vulnerabilities from nobody looking.
/// https://docs.aws.amazon.com/inspector/v2/APIReference/API_ListFindings.html
/// </remarks>
internal static class InspectorFindings
{
    private static readonly AwsOperation ListFindings =
        AwsServices.Inspector.Post("ListFindings", "/findings/list") with { Paging = AwsPaging.LowerNextToken(100) };

    private static readonly AwsOperation BatchGetAccountStatus = AwsServices.Inspector.Post("BatchGetAccountStatus", "/status/batch/get");

    public static readonly Collector Collector = new("security.inspector")
    {
        Operations = [ListFindings, BatchGetAccountStatus],
        // Inspector's own refusal, under the code of IAM's.
        IsNotEnabled = failure => failure.ServiceMessage?.StartsWith("Invoking account does not have access", StringComparison.OrdinalIgnoreCase) is true,
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        var isEmpty = true;
        var account = new JsonObject { ["comparison"] = "EQUALS", ["value"] = run.Account.AccountId };
        var input = new JsonObject
        {
            ["filterCriteria"] = new JsonObject { ["awsAccountId"] = new JsonArray(account) },
            ["sortCriteria"] = new JsonObject { ["field"] = "SEVERITY", ["sortOrder"] = "DESC" },
        };
        await foreach (var finding in run.ItemsAsync(ListFindings, "findings", input, cancellationToken))
        {
            isEmpty = false;
            run.Write(row =>
            {
                row.Text("finding_arn", finding.Text("findingArn"));
                row.Text("severity", finding.Text("severity"));
                row.Text("status", finding.Text("status"));
                row.Text("type", finding.Text("type"));
                row.Text("title", finding.Text("title"));
                row.Text("description", finding.Text("description"));
                row.Instant("first_observed_at", finding.Instant("firstObservedAt"));
                row.Instant("last_observed_at", finding.Instant("lastObservedAt"));
                row.Instant("updated_at", finding.Instant("updatedAt"));
            });
        }

        if (isEmpty)
        {
            await CheckEnabledAsync(run, cancellationToken);
        }
    }

    private static async Task CheckEnabledAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        var answer = await run.CallAsync(BatchGetAccountStatus, new JsonObject { ["accountIds"] = new JsonArray(run.Account.AccountId) }, cancellationToken);
        var status = answer.List("accounts").Select(account => account.Text("state.status")).FirstOrDefault()
            ?? throw new AwsAnswerException(BatchGetAccountStatus, "accounts.state.status", "is missing");
        if (status != "ENABLED")
        {
            run.Incomplete(CoverageStatus.NotEnabled, "Inspector is not enabled");
        }
    }
}
