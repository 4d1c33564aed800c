using System.Text.Json.Nodes;
using OrgLens.Dashboards;
using OrgLens.Database;
using OrgLens.QuickSight;
using OrgLens.Tests.Sender.Simulated;

namespace OrgLens.Tests.QuickSight;

/// <summary>A QuickSight that analyses are brought to.</summary>
internal sealed class MigratedAccount(DataApi database)
{
    public const string Secret = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:quicksight";
    public const string Connection = "arn:aws:quicksight:eu-west-1:123456789012:vpcConnection/orglens";
    public const string Group = "arn:aws:quicksight:us-east-1:123456789012:group/default/OrgLens";

    public static readonly AuroraSettings Aurora = new("readers.example", 5432, "core", Secret, Connection);

    public FakeQuickSight QuickSight { get; } = new();

    public MemoryShelf Shelf { get; } = new();

    public static Analysis Ours() => AnalysisJoiner.Join(DashboardFiles.Embedded());

    /// <summary>Ours with another name of its first sheet: the next version.</summary>
    public static Analysis Next()
    {
        var next = Ours();
        next.Sheets.First()["name"] = "Another overview";
        return next;
    }

    /// <summary>An analysis that names data sets and columns of them.</summary>
    public static Analysis Of(params IEnumerable<(string View, IReadOnlyList<string> Columns)> dataSets)
    {
        var list = dataSets.ToList();
        var definition = new JsonObject
        {
            ["dataSetIdentifierDeclarations"] = new JsonArray([.. list.Select(set => new JsonObject { ["identifier"] = set.View, ["dataSetArn"] = $"arn:aws:quicksight:us-east-1:999999999999:dataset/{set.View}" })]),
            ["sheets"] = new JsonArray([.. list.SelectMany(set => set.Columns.Select(column => new JsonObject { ["column"] = new JsonObject { ["dataSetIdentifier"] = set.View, ["columnName"] = column } }))]),
        };
        return new Analysis(
            new JsonObject
            {
                ["resourceType"] = "analysis",
                ["analysisId"] = "theirs",
                ["name"] = "Theirs",
                ["definition"] = definition,
                ["permissions"] = new JsonArray(new JsonObject { ["principal"] = "arn:aws:quicksight:us-east-1:999999999999:group/default/Theirs", ["actions"] = new JsonArray("quicksight:DescribeAnalysis") }),
            },
            []);
    }

    public AnalysisMigration Migration(string account = FakeQuickSight.Account) => new(
        new QuickSightAccount(QuickSight, account, FakeQuickSight.Region, FakeQuickSight.IdentityRegion),
        database,
        Shelf,
        new HttpClient(QuickSight, disposeHandler: false),
        new HastyClock(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero)));

    public async Task<AnalysisReport> ImportAsync(Analysis analysis, AnalysisSettings? settings = null)
    {
        QuickSight.Changes.Clear();
        QuickSight.Now += TimeSpan.FromDays(1);
        return await Migration().ImportAsync(analysis, settings ?? new AnalysisSettings(Aurora), null, CancellationToken.None);
    }

    public async Task<AnalysisReport> RollBackAsync(string? version = null)
    {
        QuickSight.Changes.Clear();
        QuickSight.Now += TimeSpan.FromDays(1);
        return await Migration().RollBackAsync("orglens", version, null, CancellationToken.None);
    }

    /// <summary>The steps as <c>step outcome</c>.</summary>
    public static IEnumerable<string> Lines(AnalysisReport report) => report.Steps.Select(step => $"{step.Step} {step.Outcome}");

    /// <summary>Everything that is there, to be compared.</summary>
    public string State() => new JsonObject
    {
        ["groups"] = new JsonArray([.. QuickSight.Groups.Select(name => (JsonNode)name)]),
        ["members"] = new JsonArray([.. QuickSight.Members.Select(name => (JsonNode)name)]),
        ["source"] = QuickSight.DataSource?.DeepClone(),
        ["sets"] = new JsonObject(QuickSight.DataSets.OrderBy(set => set.Key, StringComparer.Ordinal).Select(set => KeyValuePair.Create(set.Key, (JsonNode?)set.Value.DeepClone()))),
        ["analyses"] = new JsonObject(QuickSight.Analyses.Select(analysis => KeyValuePair.Create(analysis.Key, (JsonNode?)analysis.Value.DeepClone()))),
        ["permissions"] = new JsonObject(QuickSight.Permissions.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => KeyValuePair.Create(
            each.Key, (JsonNode?)new JsonObject(each.Value.Select(permission => KeyValuePair.Create(permission.Key, (JsonNode?)permission.Value.DeepClone())))))),
        ["tags"] = new JsonArray([.. QuickSight.Tags.Select(tag => (JsonNode)$"{tag.Key}={tag.Value}")]),
    }.ToJsonString();
}
