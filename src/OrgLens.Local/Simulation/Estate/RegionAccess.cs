namespace OrgLens.Local.Simulation.Estate;

/// <summary>Which Regions an account can use.</summary>
internal sealed class RegionAccess
{
    private static readonly string[] Usual =
    [
        "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-southeast-1", "ap-southeast-2", "ca-central-1", "eu-central-1", "eu-north-1",
        "eu-west-1", "eu-west-2", "eu-west-3", "sa-east-1", "us-east-1", "us-east-2", "us-west-1", "us-west-2",
    ];

    private static readonly string[] OptIn =
    [
        "af-south-1", "ap-east-1", "ap-south-2", "ap-southeast-3", "ap-southeast-4", "ca-west-1", "eu-central-2", "eu-south-1", "eu-south-2", "il-central-1", "me-central-1",
        "me-south-1",
    ];

    private readonly SimulatedAccount _account;
    private readonly string? _optedIn;

    private RegionAccess(SimulatedAccount account)
    {
        _account = account;
        var draw = account.Stream.Child("opt-in");
        // Some production accounts look at a market that is farther away.
        _optedIn = account.IsProduction && draw.Chance(0.3) ? draw.Pick(OptIn) : null;
    }

    /// <summary>All Regions of the partition by name, with what an account has to say to each.</summary>
    public IEnumerable<(string Region, string Status)> All => Usual.Concat(OptIn).Order(StringComparer.Ordinal).Select(region => (region, StatusOf(region)));

    public static RegionAccess Of(SimulatedAccount account) => new(account);

    public bool IsEnabled(string region) => StatusOf(region) != "DISABLED";

    /// <summary>A service control policy keeps accounts that are not trusted yet to few Regions; global services live in us-east-1.</summary>
    public bool IsForbidden(string region) => _account.IsRestricted && region != "us-east-1" && !_account.Regions.Contains(region);

    private string StatusOf(string region) => Usual.Contains(region) ? "ENABLED_BY_DEFAULT" : region == _optedIn ? "ENABLED" : "DISABLED";
}
