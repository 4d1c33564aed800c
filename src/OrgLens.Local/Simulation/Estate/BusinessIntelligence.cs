using System.Globalization;

namespace OrgLens.Local.Simulation.Estate;

internal sealed record BiUser(string Name, string Email, string Role, bool IsActive);

internal sealed record BiGroup(string Name, string Description, IReadOnlyList<string> Members);

internal sealed record BiDataSet(string Id, string Name, bool IsInSpice, long SpiceBytes, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

internal sealed record BiDashboard(string Id, string Name, int Version, IReadOnlyList<string> DataSetIds, DateTimeOffset CreatedAt, DateTimeOffset PublishedAt);

/// <summary>Amazon QuickSight, which production accounts have in their home.</summary>
internal sealed class BusinessIntelligence(RegionEstate estate)
{
    private static readonly string[] Names = ["alice", "bob", "carol", "dave", "erin", "frank", "grace", "heidi", "ivan", "judy", "mallory", "niaj", "olivia", "peggy"];
    private static readonly string[] Topics = ["Revenue", "Orders", "Inventory", "Support", "Marketing", "Fraud", "Latency", "Costs"];

    private static readonly string[] Departments = ["finance", "operations", "engineering"];

    public bool IsSubscribed => estate.Account.IsProduction && !estate.Census.IsSteady && estate.Region == estate.Account.Regions[0];

    public IEnumerable<BiUser> Users => Enumerable.Range(0, Number("users", 6, Names.Length + 1)).Select(index =>
    {
        var draw = Stream.Child("user").Child(index);
        var role = index == 0 ? "ADMIN" : draw.Pick(["AUTHOR", "READER", "READER", "READER", "AUTHOR_PRO"]);
        return new BiUser(Names[index], $"{Names[index]}@example.com", role, draw.Chance(0.9));
    });

    public IEnumerable<BiGroup> Groups => Departments.Select(name =>
        new BiGroup(name, $"Everybody in {name}", [.. Users.Where(user => Stream.Child(name).Child(user.Name).Chance(0.4)).Select(user => user.Name)]));

    public IReadOnlyList<BiDataSet> DataSets => [.. Enumerable.Range(0, Number("data-sets", 4, Topics.Length + 1)).Select(index =>
    {
        var draw = Stream.Child("data-set").Child(index);
        var isInSpice = draw.Chance(0.7);
        var created = estate.Census.Origin.AddDays(-draw.Int(20, 500)).At(draw);
        return new BiDataSet(draw.Uuid(), Topics[index].ToLowerInvariant() + "_daily", isInSpice, isInSpice ? draw.Int(1_000_000, 900_000_000) : 0, created, created.AddDays(draw.Int(0, 15)));
    })];

    public IEnumerable<BiDashboard> Dashboards => Enumerable.Range(0, Number("dashboards", 3, Topics.Length + 1)).Select(index =>
    {
        var draw = Stream.Child("dashboard").Child(index);
        var created = estate.Census.Origin.AddDays(-draw.Int(10, 400)).At(draw);
        var name = string.Create(CultureInfo.InvariantCulture, $"{Topics[index]} overview");
        return new BiDashboard(draw.Uuid(), name, draw.Int(1, 9), [DataSets[index % DataSets.Count].Id], created, created.AddDays(draw.Int(0, 9)));
    });

    private SeededStream Stream => estate.Stream.Child("quicksight");

    private int Number(string kind, int minimum, int limit) => IsSubscribed ? Stream.Child(kind).Int(minimum, limit) : 0;
}
