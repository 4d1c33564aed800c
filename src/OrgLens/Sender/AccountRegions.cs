using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Sender;

/// <summary>The Regions of an account.</summary>
/// <param name="Enabled">Those that can be called, in the order of their names.</param>
/// <param name="Disabled">Those that the account has not opted into.</param>
public sealed record AccountRegions(IReadOnlyList<string> Enabled, IReadOnlyList<string> Disabled)
{
    /// <summary>The first way to find them.</summary>
    public static readonly AwsOperation ListRegions =
        AwsServices.Account.Post("ListRegions", "/listRegions") with { Paging = AwsPaging.NextToken(50) };

    /// <summary>The second way, for accounts that may not use the first.</summary>
    public static readonly AwsOperation DescribeRegions = AwsServices.Ec2.Operation("DescribeRegions");

    /// <summary>Asks AWS, in one of two ways.</summary>
    /// <exception cref="AwsCallException">Both ways failed: the Regions have to be named.</exception>
    /// <remarks>
    /// https://docs.aws.amazon.com/accounts/latest/reference/API_ListRegions.html,
    /// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeRegions.html
    /// </remarks>
    public static async Task<AccountRegions> FindAsync(IAwsCalls calls, string region, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(calls);
        try
        {
            return await FromAccountAsync(calls, region, cancellationToken);
        }
        catch (AwsCallException)
        {
            return await FromEc2Async(calls, region, cancellationToken);
        }
    }

    private static async Task<AccountRegions> FromAccountAsync(IAwsCalls calls, string region, CancellationToken cancellationToken)
    {
        var regions = new List<(string Name, bool IsEnabled)>();
        await foreach (var page in calls.PagesAsync(ListRegions, region, null, cancellationToken))
        {
            // A Region that is being opted out of still answers; one that is being opted into may not yet.
            regions.AddRange(page.List("Regions").Select(item =>
                (Named(ListRegions, item, "RegionName"), item.Text("RegionOptStatus") is "ENABLED" or "ENABLED_BY_DEFAULT" or "DISABLING")));
        }

        return Of(regions);
    }

    private static async Task<AccountRegions> FromEc2Async(IAwsCalls calls, string region, CancellationToken cancellationToken)
    {
        var answer = await calls.CallAsync(DescribeRegions, region, new JsonObject { ["AllRegions"] = true }, cancellationToken);
        return Of(answer.List("regionInfo").Select(item => (Named(DescribeRegions, item, "regionName"), item.Text("optInStatus") != "not-opted-in")));
    }

    private static string Named(AwsOperation operation, AwsValue region, string member) =>
        region.Text(member) ?? throw new AwsAnswerException(operation, member, "is missing");

    private static AccountRegions Of(IEnumerable<(string Name, bool IsEnabled)> regions)
    {
        var byState = regions.ToLookup(region => region.IsEnabled, region => region.Name);
        return new AccountRegions([.. byState[true].Order(StringComparer.Ordinal)], [.. byState[false].Order(StringComparer.Ordinal)]);
    }
}
