using System.Globalization;

namespace OrgLens.Local.Simulation.Estate;

/// <summary>Somebody with a seat. IsActive is what ListUsers says, and says nothing about use; of who is idle, no trail tells anything.</summary>
internal sealed record BiUser(string Name, string Email, string Role, bool IsActive, bool IsIdle)
{
    public bool IsAuthor => Role != "READER";
}

internal sealed record BiGroup(string Name, string Description, IReadOnlyList<string> Members);

/// <summary>A data set; what was made of an uploaded file, the public API can't describe.</summary>
internal sealed record BiDataSet(string Id, string Name, bool IsInSpice, long SpiceBytes, bool IsUpload, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

internal sealed record BiAnalysis(string Id, string Name, bool IsPublished, IReadOnlyList<string> DataSetIds, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

internal sealed record BiDashboard(
    string Id, string Name, int Version, string AnalysisId, IReadOnlyList<string> DataSetIds, DateTimeOffset CreatedAt, DateTimeOffset PublishedAt);

/// <summary>
/// Amazon QuickSight, which production accounts have in their home. Some authors never come back, and the last data set is used by nothing:
/// there is something to save.
/// </summary>
internal sealed class BusinessIntelligence(RegionEstate estate)
{
    private static readonly string[] Names = ["alice", "bob", "carol", "dave", "erin", "frank", "grace", "heidi", "ivan", "judy", "mallory", "niaj", "olivia", "peggy"];
    private static readonly string[] Topics = ["Revenue", "Orders", "Inventory", "Support", "Marketing", "Fraud", "Latency", "Costs"];

    private static readonly string[] Departments = ["finance", "operations", "engineering"];

    public bool IsSubscribed => estate.Account.IsProduction && !estate.Census.IsSteady && estate.Region == estate.Account.Regions[0];

    public IEnumerable<BiUser> Users => Enumerable.Range(0, Number("users", 6, Names.Length + 1)).Select(index =>
    {
        var draw = Stream.Child("user").Child(index);
        // An administrator, an author who works, and one who is idle are everywhere.
        var role = index switch { 0 => "ADMIN", 1 or 2 => "AUTHOR", _ => draw.Pick(["AUTHOR", "READER", "READER", "READER", "AUTHOR_PRO"]) };
        var isIdle = index == 2 || (index > 3 && draw.Child("idle").Chance(0.2));
        return new BiUser(Names[index], $"{Names[index]}@example.com", role, draw.Chance(0.9), isIdle);
    });

    public IEnumerable<BiGroup> Groups => Departments.Select(name =>
        new BiGroup(name, $"Everybody in {name}", [.. Users.Where(user => Stream.Child(name).Child(user.Name).Chance(0.4)).Select(user => user.Name)]));

    /// <summary>One for each dashboard and analysis, an uploaded file that the first of them uses, too, and one that nothing uses.</summary>
    public IReadOnlyList<BiDataSet> DataSets => !IsSubscribed
        ? []
        :
        [
            .. Enumerable.Range(0, Topic).Select(index => DataSet(index, Topics[index].ToLowerInvariant() + "_daily", Stream.Child("in-spice").Child(index).Chance(0.7))),
            DataSet(Topics.Length, "targets.xlsx", isInSpice: true) with { IsUpload = true },
            DataSet(Topics.Length + 1, "legacy_extract", isInSpice: true),
        ];

    /// <summary>The data sets that something uses.</summary>
    public IEnumerable<BiDataSet> UsedDataSets => DataSets.SkipLast(1);

    /// <summary>One for each dashboard, and a draft that nobody has published.</summary>
    public IEnumerable<BiAnalysis> Analyses => !IsSubscribed
        ? []
        : Dashboards
            .Select(dashboard => new BiAnalysis(dashboard.AnalysisId, dashboard.Name, true, dashboard.DataSetIds, dashboard.CreatedAt.AddDays(-3), dashboard.PublishedAt))
            .Append(Draft());

    public IEnumerable<BiDashboard> Dashboards => Enumerable.Range(0, Topic).Select(index =>
    {
        var draw = Stream.Child("dashboard").Child(index);
        var created = estate.Census.Origin.AddDays(-draw.Int(10, 400)).At(draw);
        // A comma and quotes belong into names: whoever cuts them apart at commas loses the rest.
        var name = index == 0 ? "Revenue, orders and \"run rate\"" : string.Create(CultureInfo.InvariantCulture, $"{Topics[index]} overview");
        IReadOnlyList<string> sets = index == 0 ? [DataSetId(0), DataSetId(Topics.Length)] : [DataSetId(index)];
        var id = draw.Uuid();
        return new BiDashboard(id, name, draw.Int(1, 9), estate.Stream.Child("analysis").Child(id).Uuid(), sets, created, created.AddDays(draw.Int(0, 9)));
    });

    private SeededStream Stream => estate.Stream.Child("quicksight");

    private int Topic => Number("dashboards", 3, Topics.Length + 1);

    private BiAnalysis Draft()
    {
        var draw = Stream.Child("draft");
        var created = estate.Census.Origin.AddDays(-draw.Int(100, 300)).At(draw);
        return new BiAnalysis(draw.Uuid(), "Untitled analysis", false, [DataSetId(1)], created, created.AddDays(draw.Int(0, 9)));
    }

    private BiDataSet DataSet(int index, string name, bool isInSpice)
    {
        var draw = Stream.Child("data-set").Child(index);
        var created = estate.Census.Origin.AddDays(-draw.Int(100, 500)).At(draw);
        return new BiDataSet(DataSetId(index), name, isInSpice, isInSpice ? draw.Int(1_000_000, 900_000_000) : 0, false, created, created.AddDays(draw.Int(0, 15)));
    }

    private string DataSetId(int index) => Stream.Child("data-set-id").Child(index).Uuid();

    private int Number(string kind, int minimum, int limit) => IsSubscribed ? Stream.Child(kind).Int(minimum, limit) : 0;
}
