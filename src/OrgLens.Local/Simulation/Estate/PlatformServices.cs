using System.Globalization;

namespace OrgLens.Local.Simulation.Estate;

internal sealed record Table(string Name, string Key, bool IsProvisioned, bool IsProtected);

internal sealed record KubernetesCluster(string Name, string Version);

/// <summary>Tables and clusters: they are there from the beginning and stay, so that they can be set up once.</summary>
internal sealed class PlatformServices(RegionEstate estate)
{
    private static readonly string[] Things = ["sessions", "orders", "carts", "events", "locks", "profiles"];

    public IEnumerable<Table> Tables => Enumerable.Range(0, Number(3)).Select(index =>
    {
        var draw = estate.Stream.Child("table").Child(index);
        return new Table($"{estate.Account.Slug}-{Things[index % Things.Length]}{Suffix(index)}", "id", draw.Chance(0.3), draw.Chance(0.6));
    });

    public IEnumerable<string> EcsClusters => Enumerable.Range(0, Number(1)).Select(index => estate.Account.Slug + "-services" + (index == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{index + 1}")));

    public IEnumerable<KubernetesCluster> EksClusters => estate.Account.IsProduction && IsHome && !estate.Census.IsSteady
        ? [new KubernetesCluster(estate.Account.Slug + "-eks", estate.Stream.Child("eks").Pick(["1.31", "1.32", "1.33"]))]
        : [];

    private bool IsHome => estate.Region == estate.Account.Regions[0];

    private int Number(double usual) => estate.Census.IsSteady ? 0 : Math.Max(1, (int)Math.Round(usual * estate.Account.Size * (IsHome ? 1 : 0.25)));

    private static string Suffix(int index) => index < Things.Length ? "" : string.Create(CultureInfo.InvariantCulture, $"-{index / Things.Length + 1}");
}
