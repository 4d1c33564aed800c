using System.Text.Json.Nodes;
using OrgLens.Tests.Cluster;

namespace OrgLens.Tests.Audit.Usage;

/// <summary>What is kept beside the events is what follows from them: each sum against its plain definition over the whole history.</summary>
public sealed class UsageSumsTests
{
    private const string Visits = """
        select e.event_id, e.event_time, (e.event_time at time zone 'UTC')::date as day, e.account, e.region, e.event_name,
          case when e.dashboard_id is not null then 'dashboard' else 'analysis' end as kind, coalesce(e.dashboard_id, e.analysis_id) as asset_id,
          e.quicksight_user, e.identity_type
        from quicksight_events e
        where e.activity = 'view' and e.error_code is null and coalesce(e.dashboard_id, e.analysis_id) is not null
          and (e.event_name in ('GetDashboard', 'GetAnalysis') or not exists (
            select
            from quicksight_events other
            where other.account = e.account and other.region = e.region
              and (other.dashboard_id = e.dashboard_id or (e.dashboard_id is null and other.analysis_id = e.analysis_id))
              and other.event_time between e.event_time - interval '5 minutes' and e.event_time + interval '5 minutes'
              and other.activity = 'view' and other.error_code is null
              and (other.quicksight_user = e.quicksight_user or other.quicksight_user is null or e.quicksight_user is null)
              and (other.event_name in ('GetDashboard', 'GetAnalysis') or (other.event_time, other.event_id) < (e.event_time, e.event_id))))
        """;

    private static readonly (string Table, string Definition)[] s_sums =
    [
        ("quicksight_visits", Visits),
        ("quicksight_asset_uses", $"""
            select account, region, kind, asset_id, coalesce(quicksight_user, ''), count(*), max(event_time) from ({Visits}) visit group by 1, 2, 3, 4, 5
            union all
            select account, region, 'data_set', data_set_id, coalesce(quicksight_user, ''), count(*), max(event_time)
            from quicksight_events where activity = 'query' and error_code is null and data_set_id is not null group by 1, 2, 3, 4, 5
            """),
        ("quicksight_user_acts", """
            select account, quicksight_user, min(event_time), max(event_time), count(*) filter (where activity = 'query'),
              count(*) filter (where activity in ('change', 'delete'))
            from quicksight_events where quicksight_user is not null and activity <> 'service' and error_code is null group by 1, 2
            """),
        ("quicksight_told_assets", """
            select e.account, e.region, k.kind, k.asset_id,
              (array_agg(k.name order by e.event_time desc, e.event_id desc) filter (where k.name is not null))[1],
              max(e.event_time) filter (where k.name is not null),
              (array_agg(e.event_id order by e.event_time desc, e.event_id desc) filter (where k.name is not null))[1],
              min(e.event_time) filter (where e.event_name = k.made), max(e.event_time) filter (where e.event_name = k.deleted),
              max(e.event_time) filter (where e.event_name <> k.deleted),
              count(*) filter (where e.event_name ~ k.updated), max(e.event_time) filter (where e.event_name ~ k.updated)
            from quicksight_events e
            cross join lateral (values
              ('dashboard', e.dashboard_id, e.dashboard_name, 'CreateDashboard', 'DeleteDashboard', '^UpdateDashboard$'),
              ('analysis', e.analysis_id, e.analysis_name, 'CreateAnalysis', 'DeleteAnalysis', '^((Update|Rename)Analysis|(Create|Rename|Delete)Visualization)$'),
              ('data_set', e.data_set_id, e.data_set_name, 'CreateDataSet', 'DeleteDataSet', '^$')) k (kind, asset_id, name, made, deleted, updated)
            where k.asset_id is not null and e.error_code is null
            group by 1, 2, 3, 4
            """),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Sums_agree_with_the_history_after_every_batch(int seed)
    {
        await using var database = await TestDatabase.CreateAsync();
        var random = new Random(seed);
        var events = Events(random, 240);
        var sent = events.Concat(events.Take(40)).ToArray();
        random.Shuffle(sent);
        for (var at = 0; at < sent.Length;)
        {
            var batch = sent[at..Math.Min(at + random.Next(1, 60), sent.Length)];
            at += batch.Length;
            Assert.Empty(await database.RecordAsync(batch));
            await AssertSumsAsync(database);
        }
    }

    [Fact]
    public async Task Batches_at_once_leave_the_same_sums()
    {
        await using var database = await TestDatabase.CreateAsync();
        var events = Events(new Random(7), 240);
        await Task.WhenAll(events.Chunk(20).Select(batch => Task.Run(() => database.RecordAsync(batch))));
        await AssertSumsAsync(database);
    }

    [Fact]
    public async Task Sums_of_events_from_before_there_were_any_are_made_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.RecordAsync(Events(new Random(8), 240));
        await database.ExecuteAsync("truncate quicksight_visits, quicksight_asset_uses, quicksight_user_acts, quicksight_told_assets");
        await database.ExecuteAsync("select load.sum_usage()");
        await AssertSumsAsync(database);
        await database.ExecuteAsync("select load.sum_usage()");
        await AssertSumsAsync(database);
    }

    // Within two hours and of few things and people, so that traces of visits meet, in every order.
    private static IReadOnlyList<JsonObject> Events(Random random, int count) => [.. Enumerable.Range(0, count).Select(number =>
    {
        string[] names =
        [
            "GetDashboard", "GetAnalysis", "GetStaticAsset", "GetStaticAsset", "GetStaticAsset", "QueryDatabase", "UpdateDashboard", "UpdateAnalysis", "RenameAnalysis",
            "CreateDashboard", "DeleteDashboard", "CreateDataSet", "DeleteDataSet", "DeleteAnalysis",
        ];
        var name = names[random.Next(names.Length)];
        var kind = name.Contains("Analysis", StringComparison.Ordinal) || (name == "GetStaticAsset" && random.Next(3) == 0) ? "analysis"
            : name.Contains("DataSet", StringComparison.Ordinal) || name == "QueryDatabase" ? "dataSet" : "dashboard";
        var details = UsageRecords.Details($"{kind}Id", $"{kind[0]}{random.Next(3)}");
        var json = UsageRecords.Event(number, name, UsageRecords.Noon.AddSeconds(random.Next(240) * 30), $"user {random.Next(3)}", details);
        if (random.Next(4) == 0)
        {
            // Nobody is told, as by the link for an anonymous reader.
            json["userIdentity"] = new JsonObject { ["type"] = "Unknown", ["accountId"] = "111122223333" };
        }

        if (random.Next(3) == 0)
        {
            json["serviceEventDetails"]!["eventResponseDetails"] =
                new JsonObject { [$"{kind}Details"] = new JsonObject { [$"{kind}Name"] = $"name {random.Next(9)}" } };
        }

        if (random.Next(10) == 0)
        {
            json["errorCode"] = "AccessDeniedException";
        }

        return json;
    })];

    private static async Task AssertSumsAsync(TestDatabase database)
    {
        foreach (var (table, definition) in s_sums)
        {
            Assert.Equal(
                ["0|0"],
                await database.RowsAsync($"select (select count(*) from (table {table} except all ({definition})) surplus), (select count(*) from (({definition}) except all table {table}) missing)"));
        }
    }
}
