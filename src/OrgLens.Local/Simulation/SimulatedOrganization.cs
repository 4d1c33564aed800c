using System.Globalization;

namespace OrgLens.Local.Simulation;

/// <summary>A company with its accounts: a few of the platform, then one per product and environment.</summary>
public sealed class SimulatedOrganization
{
    private static readonly string[] Platform = ["management", "log-archive", "security-tooling", "network-hub"];

    private static readonly string[] Products =
    [
        "Storefront", "Payments", "Order Processing", "Mobile Backend", "Data Lake", "Search", "Loyalty", "Logistics", "Customer Care", "Identity", "Reporting", "Media",
    ];

    private static readonly string[] Environments = ["PRODUCTION", "STAGING", "DEVELOPMENT", "UAT", "TEST"];
    private static readonly string[] HomeRegions = ["eu-west-1", "eu-west-1", "ap-southeast-1", "us-east-1", "eu-central-1"];
    private static readonly string[] Customers = ["Example Retail", "Example Retail", "Example Logistics", "Example Finance"];

    /// <summary>Makes the organization that <paramref name="plan"/> describes.</summary>
    public SimulatedOrganization(SimulationPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var root = new SeededStream(plan.Seed).Child("organization");
        Accounts = [.. Enumerable.Range(0, plan.Accounts).Select(number => Create(plan, root, number))];
    }

    /// <summary>All accounts, always in the same order.</summary>
    public IReadOnlyList<SimulatedAccount> Accounts { get; }

    private static SimulatedAccount Create(SimulationPlan plan, SeededStream root, int number)
    {
        var stream = root.Child(number);
        var draw = stream.Child("account");
        // A small organization shows products first; only from 20 accounts on does it have accounts of the platform.
        var platform = plan.Accounts >= 20 ? Platform.Length : 0;
        var isPlatform = number < platform;
        var (round, position) = Math.DivRem(number - platform, Products.Length * Environments.Length);
        var (product, environment) = isPlatform ? ("Platform", "PRODUCTION") : Workload(position);
        var suffix = round > 0 ? string.Create(CultureInfo.InvariantCulture, $"-{round + 1}") : "";
        var home = isPlatform ? "eu-west-1" : draw.Pick(HomeRegions);
        var isProduction = environment == "PRODUCTION";
        var regions = plan.Rows is null && isProduction && draw.Chance(0.4) ? [home, home == "us-east-1" ? "us-west-2" : "us-east-1"] : new[] { home };
        return new SimulatedAccount(stream)
        {
            Id = AccountId(root, number),
            Name = isPlatform ? Platform[number] : product.ToLowerInvariant().Replace(' ', '-') + "-" + environment.ToLowerInvariant() + suffix,
            Unit = isPlatform ? "Platform" : isProduction ? "Workloads/Production" : "Workloads/Non-Production",
            Product = product == "Storefront" && isProduction ? "Storefront, Loyalty" : product,
            Environment = environment,
            Category = draw.Pick(["Both", "Internet", "Intranet"]),
            Customer = draw.Pick(Customers),
            Partner = draw.Chance(0.7) ? "AnyCompany Consulting" : "None",
            JoinedAt = plan.Start.AddDays(-draw.Int(120, 2600)).At(draw),
            Regions = regions,
            Size = (isProduction ? 1.0 : 0.35) * draw.Between(0.6, 1.8),
            IsRestricted = plan.Rows is null && !isProduction && number % 6 == 5,
        };
    }

    /// <summary>Every product has its first three environments before any has the other two.</summary>
    private static (string Product, string Environment) Workload(int position)
    {
        const int common = 3;
        var first = Products.Length * common;
        var rest = Environments.Length - common;
        return position < first
            ? (Products[position / common], Environments[position % common])
            : (Products[(position - first) / rest], Environments[common + (position - first) % rest]);
    }

    /// <summary>Ids begin with zeros, which no real account has and which a number would lose.</summary>
    private static string AccountId(SeededStream root, int number)
    {
        // A multiplier without a common factor with the modulus visits every value once: no two accounts share an id.
        var offset = root.Child("ids").Bits() % 100_000_000;
        return string.Create(CultureInfo.InvariantCulture, $"0000{(offset + (ulong)number * 61_803_399UL) % 100_000_000UL:D8}");
    }
}
