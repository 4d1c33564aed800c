using System.Globalization;
using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Security;

/// <summary>
/// Findings of Security Hub: every active one of the account and Region, whatever its severity and workflow, and those that were archived
/// of late, so that the hub learns of it. Only active ones count in a product's figures.
/// </summary>
/// <remarks>
/// The active ones are listed to their end, so what is listed no more is gone: archived longer ago, or deleted. Archived ones are listed
/// while they are news, and are gone after that. Other accounts' findings, which an administrator sees, and other Regions', which an
/// aggregation Region sees, are for those. https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_GetFindings.html
/// </remarks>
internal static class SecurityHubFindings
{
    private const string Archived = "ARCHIVED";

    private static readonly AwsOperation GetFindings =
        AwsServices.SecurityHub.Post("GetFindings", "/findings") with { Paging = AwsPaging.NextToken(100) };

    // Twice the time between runs: one that fails hides no archiving.
    private static readonly TimeSpan News = TimeSpan.FromDays(2);

    public static readonly Collector Collector = new("security.security_hub")
    {
        Operations = [GetFindings],
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        var products = new Dictionary<string, SecurityHubProduct>(StringComparer.Ordinal);
        // The archived ones first: a finding that turns active meanwhile is listed twice, and the later row counts. The other way round,
        // it would be in neither list and be taken for gone.
        try
        {
            var updated = new JsonObject { ["Start"] = Instant(run.Now - News), ["End"] = Instant(run.Now) };
            await ListAsync(run, products, Archived, new JsonObject { ["UpdatedAt"] = new JsonArray(updated) }, cancellationToken);
        }
        catch (AwsCallException failure) when (failure.Kind is not
            (AwsErrorKind.NotEnabled or AwsErrorKind.RegionDisabled or AwsErrorKind.DeniedByPolicy or AwsErrorKind.DeniedByScp))
        {
            // What does not hold for the active ones, too.
            run.Incomplete(failure);
        }
        catch (AwsAnswerException failure)
        {
            run.Incomplete(CoverageStatus.Failed, failure.Message);
        }

        await ListAsync(run, products, "ACTIVE", [], cancellationToken);
    }

    private static async Task ListAsync(
        CollectorRun run, Dictionary<string, SecurityHubProduct> products, string state, JsonObject filters, CancellationToken cancellationToken)
    {
        filters["RecordState"] = Equal(state);
        filters["AwsAccountId"] = Equal(run.Account.AccountId);
        filters["Region"] = Equal(run.Region);
        await foreach (var page in run.PagesAsync(GetFindings, new JsonObject { ["Filters"] = filters }, cancellationToken))
        {
            foreach (var finding in page.List("Findings"))
            {
                Add(run, products, state, finding);
            }

            foreach (var product in products.Values)
            {
                product.WriteHead();
            }
        }
    }

    private static void Add(CollectorRun run, Dictionary<string, SecurityHubProduct> products, string state, AwsValue finding)
    {
        SecurityHubProduct? product;
        try
        {
            // Not every Security Hub filters: what is active belongs to the other list.
            if (state == Archived && finding.Text("RecordState") != Archived)
            {
                return;
            }

            var name = finding.Text("ProductName") ?? string.Empty;
            if (!products.TryGetValue(name, out product))
            {
                products.Add(name, product = new SecurityHubProduct(name, run.Holder(name)));
            }
        }
        catch (AwsAnswerException failure)
        {
            run.Incomplete(CoverageStatus.Failed, failure.Message);
            return;
        }

        product.Write(finding);
    }

    private static JsonArray Equal(string value) => new(new JsonObject { ["Value"] = value, ["Comparison"] = "EQUALS" });

    private static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
