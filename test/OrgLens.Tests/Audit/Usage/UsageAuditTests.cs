using System.Text.Json.Nodes;
using OrgLens.Audit.Trail;
using OrgLens.Audit.Usage;
using OrgLens.Tests.Cluster;

namespace OrgLens.Tests.Audit.Usage;

/// <summary>Events reach the database once, in whatever order and however often they come.</summary>
public sealed class UsageAuditTests
{
    private const string State = "select (to_jsonb(e) - 'recorded_at')::text from quicksight_events e order by event_id";

    [Fact]
    public async Task Order_and_repetition_make_no_difference()
    {
        await using var database = await TestDatabase.CreateAsync();
        IReadOnlyList<JsonObject> events = [.. UsageScenario.Events(), .. UsageRecords.Names.Select(UsageRecords.Authored)];
        Assert.Empty(await database.RecordAsync(events));
        var (state, versions) = (await database.RowsAsync(State), await VersionsAsync(database));
        Assert.Equal(events.Count, state.Count);

        await database.RecordAsync(events.Reverse().Concat(events));
        Assert.Equal(versions, await VersionsAsync(database));

        for (var seed = 0; seed < 5; seed++)
        {
            var order = events.Concat(events.Take(10)).ToArray();
            new Random(seed).Shuffle(order);
            await database.ExecuteAsync("truncate quicksight_events, quicksight_visits, quicksight_asset_uses, quicksight_user_acts, quicksight_told_assets");
            foreach (var batch in order.Chunk(7))
            {
                await database.RecordAsync(batch);
            }

            Assert.Equal(state, await database.RowsAsync(State));
        }
    }

    [Fact]
    public async Task A_batch_takes_one_call()
    {
        await using var database = await TestDatabase.CreateAsync();
        database.Faults.Reset();
        await database.RecordAsync(Visits(500));
        Assert.Equal(1, database.Faults.Calls);
        Assert.Equal("500", await database.RowAsync("select count(*) from quicksight_events"));
    }

    [Fact]
    public async Task One_that_can_not_be_stored_is_found_and_all_others_are_committed()
    {
        await using var database = await TestDatabase.CreateAsync();
        var events = Visits(10);
        events[4]["userAgent"] = "nul \0 byte";
        Assert.Equal([new TrailFailure(4, "The database refuses its row (SQLSTATE 22P05).")], await database.RecordAsync(events));
        Assert.Equal("9", await database.RowAsync("select count(*) from quicksight_events"));
    }

    [Fact]
    public async Task Batches_of_the_same_events_may_be_recorded_at_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        var events = Visits(200);
        var failures = await Task.WhenAll(Enumerable.Range(0, 4).Select(turn => Task.Run(() => database.RecordAsync(turn % 2 == 0 ? events : Enumerable.Reverse(events)))));
        Assert.All(failures, Assert.Empty);
        Assert.Equal("200", await database.RowAsync("select count(*) from quicksight_events"));
    }

    [Fact]
    public async Task Records_of_the_shared_samples_can_all_be_recorded()
    {
        if (SharedSamples.Folder("trail") is not { } folder)
        {
            return;
        }

        var records = Directory.GetFiles(Path.Combine(folder, "records"), "quicksight-*.json").Order(StringComparer.Ordinal)
            .Select(file => JsonNode.Parse(File.ReadAllText(file))!.AsObject())
            .Where(record => UsageAudit.Wants((string)record["eventSource"]!, (string)record["eventName"]!)).ToList();
        await using var database = await TestDatabase.CreateAsync();
        Assert.Empty(await database.RecordAsync(records));
        Assert.Equal($"{records.Count}", await database.RowAsync("select count(*) from quicksight_events"));
    }

    private static List<JsonObject> Visits(int count) =>
    [
        .. Enumerable.Range(0, count).Select(number => UsageRecords.Event(number, "GetDashboard", UsageRecords.Noon.AddSeconds(number), $"user {number % 9}", UsageRecords.Details("dashboardId", $"d{number % 5}"))),
    ];

    private static Task<IReadOnlyList<string>> VersionsAsync(TestDatabase database) =>
        database.RowsAsync("select event_id::text, xmin::text, ctid::text from quicksight_events order by 1");
}
