using System.Globalization;
using OrgLens.Local.Simulation;
using OrgLens.Receiver;
using OrgLens.Tests.Cluster;
using OrgLens.Tests.Receiver;

namespace OrgLens.Tests.Changes;

/// <summary>
/// The history is that of accepted states: whatever comes, in whichever order and however often, a document adds exactly what a comparison of the state
/// before and after it shows.
/// </summary>
public sealed class ChangeOrderTests
{
    private const string Account = "111122223333";

    public static TheoryData<string> Histories => ["samples", "simulated", "3", "8", "18", "46"];

    [Theory]
    [MemberData(nameof(Histories))]
    public async Task Every_order_with_repetitions_notes_what_a_comparison_of_states_shows(string history)
    {
        var documents = Documents(history);
        await using var database = await TestDatabase.CreateAsync();
        Assert.NotEmpty(await LoadAsync(database, documents));
        var generator = new HistoryGenerator(11);
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            await database.ClearAsync();
            await LoadAsync(database, generator.Shuffle(documents));
        }
    }

    [Fact]
    public async Task A_whole_history_delivered_again_adds_nothing()
    {
        var documents = new HistoryGenerator(8).Generate(Account, 4);
        await using var database = await TestDatabase.CreateAsync();
        var once = await LoadAsync(database, documents);
        Assert.Equal(once, await LoadAsync(database, [.. documents.Reverse(), .. documents]));
    }

    private static async Task<IReadOnlyList<string>> LoadAsync(TestDatabase database, IReadOnlyList<TestSnapshot> documents)
    {
        var ignored = (await database.RowsAsync("select unnest(ignored_members) from watched_columns")).ToHashSet(StringComparer.Ordinal);
        var (noted, state) = (await NotedAsync(database), await WatchedState.OfAsync(database));
        foreach (var document in documents)
        {
            var outcome = (await database.LoadAsync(document)).Outcome;
            var after = await WatchedState.OfAsync(database);
            var loaded = (await database.RowAsync($"select id, observed_at from snapshots where key = '{document.Key}' and etag = '{document.ETag}'")).Split('|');
            var added = outcome == LoadOutcome.AlreadyLoaded ? [] : after.Since(state, loaded[0], DateTimeOffset.Parse(loaded[1], CultureInfo.InvariantCulture), ignored);
            var expected = noted.Concat(added).Order(StringComparer.Ordinal).ToList();
            noted = await NotedAsync(database);
            Assert.Equal(expected, noted);
            state = after;
        }

        return noted;
    }

    private static async Task<IReadOnlyList<string>> NotedAsync(TestDatabase database) =>
    [
        .. (await database.RowsAsync("select relation || '/' || row_id, kind, column_name, replace(old, '|', '/'), replace(new, '|', '/') from row_changes where kind <> 'changed' or old is distinct from new"))
            .Select(row => row.Split('|')).Select(row => WatchedState.Line(row[0], row[1], row[2], row[3], row[4])).Order(StringComparer.Ordinal),
    ];

    private static IReadOnlyList<TestSnapshot> Documents(string history) => history switch
    {
        "samples" => Samples.All,
        "simulated" => Simulated(),
        _ => new HistoryGenerator(int.Parse(history, CultureInfo.InvariantCulture)).Generate(Account, 4),
    };

    private static IReadOnlyList<TestSnapshot> Simulated()
    {
        var simulator = new SnapshotSimulator(new SimulationPlan { Accounts = 2, Days = 3, Start = new DateOnly(2026, 5, 1), Seed = 7 });
        return [.. simulator.Documents.Select(document =>
        {
            using var text = new MemoryStream();
            simulator.Write(document, text);
            return new TestSnapshot(document.Key, new DateTimeOffset(document.Date.ToDateTime(new TimeOnly(1, 0)), TimeSpan.Zero), text.ToArray());
        })];
    }
}
