using System.Globalization;

namespace OrgLens.Local.Simulation.Estate;

internal sealed record Database(string Id, string Zone, string Engine, string Class, bool IsMultiAz, string Status)
{
    public DateOnly Since { get; init; }
}

internal sealed record Bucket(string Name, DateTimeOffset CreatedAt);

/// <summary>How a bucket is kept.</summary>
internal sealed record BucketSettings(string Name, bool UsesKms, bool BlocksPublicAccess, bool IsVersioned, bool HasPolicy)
{
    /// <summary>Whether everybody may read it.</summary>
    public bool IsPublic => HasPolicy && !BlocksPublicAccess;
}

internal sealed record Subnet(string Id, string Zone, int FreeAddresses);

/// <summary>Databases, buckets and the network they are in.</summary>
internal sealed class StorageFleet(RegionEstate estate)
{
    private static readonly string[] Purposes = ["assets", "audit-logs", "exports", "raw", "backups", "reports", "uploads", "models"];
    private static readonly string[] Engines = ["postgres", "aurora-postgresql", "mysql", "aurora-mysql", "sqlserver-se"];
    private static readonly string[] Classes = ["db.t4g.medium", "db.r6g.large", "db.r6g.xlarge", "db.m6i.large"];

    public IEnumerable<Database> Databases(DateOnly day) =>
        estate.Occupied("database", estate.Census.Databases, day).Select(slot =>
        {
            var draw = slot.Occupancy.Stream.Child("database");
            var isModifying = !estate.Census.IsSteady && slot.Occupancy.Stream.Child(day.DayNumber).Chance(0.03);
            return new Database(
                string.Create(CultureInfo.InvariantCulture, $"{estate.Account.Slug}-db-{slot.Index + 1}"),
                estate.Zones[slot.Index % 3],
                draw.Pick(Engines),
                draw.Pick(Classes),
                draw.Chance(estate.Account.IsProduction ? 0.8 : 0.1),
                isModifying ? "modifying" : "available")
            { Since = slot.Occupancy.Since };
        });

    public IEnumerable<Bucket> Buckets(DateOnly day) =>
        estate.Occupied("bucket", estate.Census.Buckets, day).Select(slot => new Bucket(
            BucketName(slot.Index),
            slot.Occupancy.Since.At(slot.Occupancy.Stream.Child("bucket"))));

    /// <summary>How every bucket is kept that is there on some day: a name keeps its settings.</summary>
    public IEnumerable<BucketSettings> BucketSettings => Enumerable.Range(0, estate.Census.Buckets).Select(index =>
    {
        var draw = estate.Stream.Child("bucket-settings").Child(index);
        return new BucketSettings(BucketName(index), draw.Chance(0.5), draw.Chance(0.85), draw.Chance(0.6), draw.Chance(0.4));
    });

    public string BucketName(int index)
    {
        var (round, purpose) = Math.DivRem(index, Purposes.Length);
        var number = round == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{round + 1}");
        return $"{estate.Account.Name}-{Purposes[purpose]}{number}-{estate.Account.Id}";
    }

    public IEnumerable<Subnet> Subnets(DateOnly day)
    {
        for (var index = 0; index < estate.Census.Subnets; index++)
        {
            var stream = estate.Stream.Child("subnet").Child(index);
            var used = estate.Census.IsSteady ? 5 : stream.Child(day.DayNumber).Int(5, 60);
            yield return new Subnet("subnet-" + stream.Hex(17), estate.Zones[index % 3], (index % 2 == 0 ? 4096 : 256) - used);
        }
    }
}
