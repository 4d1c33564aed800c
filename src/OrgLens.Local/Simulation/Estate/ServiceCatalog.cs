using System.Globalization;

namespace OrgLens.Local.Simulation.Estate;

/// <summary>A product of the company's portfolio.</summary>
internal sealed record CatalogProduct(string Id, string Name, string PathId)
{
    public string VersionId(int version) => string.Create(CultureInfo.InvariantCulture, $"pa-{Id[5..]}{version:00}");

    public static string VersionName(int version) => string.Create(CultureInfo.InvariantCulture, $"v{version}.0");
}

/// <summary>A product that somebody has provisioned, in the version that it has on the day it was asked for.</summary>
internal sealed record ProvisionedProduct(string Id, string Name, CatalogProduct Product, int Version, string Requester)
{
    public DateOnly Since { get; init; }

    /// <summary>Whether it was brought to its version on that day.</summary>
    public bool IsUpdatedToday { get; init; }
}

/// <summary>AWS Service Catalog: products that people provision, update and terminate.</summary>
internal sealed class ServiceCatalog(RegionEstate estate)
{
    private static readonly string[] Names = ["Standard web tier", "Batch worker", "Data sandbox", "Static site"];
    private static readonly string[] Slugs = ["web-tier", "batch", "sandbox", "site"];
    private static readonly string[] People = ["alice", "bob", "carol", "dave", "erin"];

    /// <summary>Days between two versions of a product.</summary>
    private const int Cadence = 40;

    /// <summary>The portfolio: the same in the whole organization.</summary>
    public IReadOnlyList<CatalogProduct> Portfolio { get; } = [.. Names.Select((name, index) =>
    {
        var draw = new SeededStream((ulong)index).Child("portfolio");
        return new CatalogProduct("prod-" + draw.Hex(13), name, "lpv2-" + draw.Hex(13));
    })];

    /// <summary>The provisioned products of a day.</summary>
    public IEnumerable<ProvisionedProduct> Provisioned(DateOnly day) => estate.Occupied("provisioned-product", Slots, day).Select(slot =>
    {
        var draw = slot.Occupancy.Stream.Child("product");
        var kind = draw.Int(0, Names.Length);
        var (versionDay, since) = (VersionDay(slot.Occupancy, day), slot.Occupancy.Since);
        var id = draw.Hex(13);
        return new ProvisionedProduct("pp-" + id, $"{estate.Account.Slug}-{Slugs[kind]}-{id[..4]}", Portfolio[kind], Newest(kind, versionDay), draw.Pick(People))
        {
            Since = since,
            IsUpdatedToday = versionDay == day && since != day,
        };
    });

    /// <summary>The newest version of a product on a day.</summary>
    public int Newest(int product, DateOnly day) => Math.Max(1, 4 + (day.DayNumber - estate.Census.Origin.DayNumber + product * 9) / Cadence);

    private int Slots => estate.Census.IsSteady ? 0 : Math.Max(2, estate.Census.Functions / 2);

    // The last day on which somebody brought it to the newest version.
    private static DateOnly VersionDay(Occupancy occupancy, DateOnly day)
    {
        var stream = occupancy.Stream.Child("update");
        while (day > occupancy.Since && !stream.Child(day.DayNumber).Chance(0.04))
        {
            day = day.AddDays(-1);
        }

        return day;
    }
}
