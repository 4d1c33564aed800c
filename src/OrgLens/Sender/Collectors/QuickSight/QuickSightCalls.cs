using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.QuickSight;

/// <summary>What the calls to QuickSight have in common.</summary>
internal static partial class QuickSightCalls
{
    /// <summary>
    /// An account that has not subscribed has no directory (<c>ResourceNotFoundException</c>) and no edition; the Standard edition lacks the
    /// API of dashboards and analyses.
    /// </summary>
    public static readonly string[] NotSubscribed = ["ResourceNotFoundException", "UnsupportedUserEditionException"];

    /// <summary>Deleted since it was listed.</summary>
    public static readonly string[] Gone = ["ResourceNotFoundException"];

    private static readonly AwsPaging Pages = new("next-token", "NextToken", "max-results", 100);

    /// <summary>An operation that lists something.</summary>
    public static AwsOperation List(string name, string path) => AwsServices.QuickSight.Get(name, path, "next-token", "max-results") with { Paging = Pages };

    /// <summary>Input that names the account, as every operation demands.</summary>
    public static JsonObject Input(CollectorRun run) => new() { ["AwsAccountId"] = run.Account.AccountId };

    /// <summary>Input that names the account and one thing in it.</summary>
    public static JsonObject Input(CollectorRun run, string member, string? value)
    {
        var input = Input(run);
        input[member] = value;
        return input;
    }

    /// <summary>Id of what an ARN names: the part after its last slash.</summary>
    public static string IdOf(string arn) => arn[(arn.LastIndexOf('/') + 1)..];

    /// <summary>The Region that a refusal names as the account's identity Region, where alone users and groups are known; null: it names none.</summary>
    public static string? IdentityRegionOf(AwsCallException failure) =>
        IdentityRegion().Match(failure.ServiceMessage ?? string.Empty) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"your identity region is ([a-z]{2,4}(?:-[a-z]+)+-\d+)")]
    private static partial Regex IdentityRegion();
}
