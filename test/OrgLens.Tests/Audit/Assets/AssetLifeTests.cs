using OrgLens.Audit.Trail;
using OrgLens.Tests.Cluster;
using static OrgLens.Tests.Audit.Assets.Authored;

namespace OrgLens.Tests.Audit.Assets;

/// <summary>An asset's state follows from what happened to it, in whatever order, and how often, that is told.</summary>
public sealed class AssetLifeTests
{
    private const string State =
        "state, class, vpc_id, size_gb, runtime, tags, owner, team, environment, created_at, first_seen_at, removed_at, removed_by, last_event_name, source, details";

    [Fact]
    public async Task Every_order_of_an_instance_s_life_ends_alike()
    {
        await using var database = await TestDatabase.CreateAsync();
        await TellInEveryOrderAsync(database, number => InstanceLife($"i-{number}"));
        Assert.Equal(
            "720|terminated|t3.large|vpc-1|-|-|{\"Name\": \"web\", \"Team\": \"search\"}|-|search|-|2026-03-02 10:00:00+00|2026-03-02 10:00:00+00|2026-03-02 10:05:00+00|event|TerminateInstances|event"
            + "|{\"image_id\": \"ami-1\", \"private_ip\": \"10.0.0.4\"}",
            await database.RowAsync($"select count(*), {State} from assets group by {State}"));
        Assert.Equal("4320|0", await database.RowAsync("select (select count(*) from asset_events), (select count(*) from view_assets)"));
    }

    [Fact]
    public async Task Every_order_of_a_database_s_life_ends_alike()
    {
        await using var database = await TestDatabase.CreateAsync();
        await TellInEveryOrderAsync(database, number => DatabaseLife($"orders-{number}", $"db-{number}"));
        Assert.Equal(
            "120|120|deleting|db.t3.micro|vpc-2|100|-|{\"Team\": \"shop\", \"Environment\": \"prod\"}|-|shop|prod|2026-03-02 11:00:30+00|2026-03-02 11:00:00+00|2026-03-02 11:04:00+00|event|DeleteDBInstance|event"
            + "|{\"multi_az\": true, \"encrypted\": true}",
            await database.RowAsync($"select count(*), count(*) filter (where resource_id = replace(name, 'orders-', 'db-')), {State} from assets group by {State}"));
    }

    [Fact]
    public async Task Every_order_of_a_function_s_two_lives_ends_alike()
    {
        await using var database = await TestDatabase.CreateAsync();
        await TellInEveryOrderAsync(database, number => FunctionLife($"f-{number}"));
        Assert.Equal(
            "120|Pending|-|vpc-1|-|dotnet10|{\"Team\": \"web\"}|-|web|-|2026-03-02 12:04:00+00|2026-03-02 12:00:00+00|-|-|CreateFunction20150331|event"
            + "|{\"role\": \"arn:aws:iam::111122223333:role/f\", \"memory_mb\": 256, \"architecture\": \"arm64\", \"package_type\": \"Zip\", \"timeout_seconds\": 3}",
            await database.RowAsync($"select count(*), {State} from assets group by {State}"));
        Assert.Equal("120", await database.RowAsync("select count(*) from view_assets"));
    }

    [Fact]
    public async Task A_replay_of_everything_changes_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        IReadOnlyList<TrailRecord> all = [.. InstanceLife("i-1"), .. DatabaseLife("orders", "db-1"), .. FunctionLife("f"), Record("ec2.RunInstances", "2026-03-02T10:00:00Z", errorCode: "Client.InvalidParameterValue")];
        await database.ApplyAsync(all);
        const string All = "select to_jsonb(a) from assets a union all select to_jsonb(e) from asset_events e order by 1";
        var before = await database.RowsAsync(All);
        await database.ApplyAsync([.. all.Reverse()]);
        Assert.Equal(before, await database.RowsAsync(All));
    }

    [Fact]
    public async Task A_name_s_second_database_is_another_asset()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (first, second) = (DatabaseLife("orders", "db-1"), DatabaseLife("orders", "db-2"));
        // The second one's life begins a day later, and is told first.
        await database.ApplyAsync([.. second.Take(4).Select(record => Read(record.Root.GetRawText().Replace("\"2026-03-02T", "\"2026-03-03T", StringComparison.Ordinal))).Reverse()]);
        await database.ApplyAsync([.. first.Reverse()]);
        Assert.Equal(
            ["db-1|2026-03-02 11:04:00+00|{\"Team\": \"shop\", \"Environment\": \"prod\"}", "db-2|-|{\"Team\": \"shop\", \"Environment\": \"prod\"}"],
            await database.RowsAsync("select resource_id, removed_at, tags from assets order by 1"));
    }

    [Fact]
    public async Task A_database_that_is_known_by_its_ARN_alone_is_one_asset_once_its_identity_is_known()
    {
        await using var database = await TestDatabase.CreateAsync();
        var life = DatabaseLife("orders", "db-1");
        await database.ApplyAsync(life[1]);
        Assert.Equal($"{DatabaseArn("orders")}|jo", await database.RowAsync("select resource_id, owner from assets"));
        await database.ApplyAsync(life[0]);
        Assert.Equal("db-1|jo", await database.RowAsync("select resource_id, owner from assets"));
    }

    [Fact]
    public async Task A_database_that_was_renamed_stays_one_asset()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.ApplyAsync(DatabaseLife("new", "db-1")[2]);
        await database.ApplyAsync(DatabaseLife("old", "db-1")[0]);
        Assert.Equal($"{DatabaseArn("new")}|new|available|2026-03-02 11:00:00+00", await database.RowAsync("select arn, name, state, first_seen_at from assets"));
    }

    [Fact]
    public async Task Failed_calls_are_history_only()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.ApplyAsync(
            Run("2026-03-02T10:00:00Z", "i-1"),
            Record("ec2.TerminateInstances", "2026-03-02T10:05:00Z", """{"instancesSet":{"items":[{"instanceId":"i-1"}]}}""", errorCode: "Client.UnauthorizedOperation"),
            Record("ec2.TerminateInstances", "2026-03-02T10:06:00Z", """{"instancesSet":{"items":[{"instanceId":"i-2"}]}}""", errorCode: "Client.InvalidInstanceID.NotFound"));
        Assert.Equal("i-1|pending|RunInstances", await database.RowAsync("select resource_id, state, last_event_name from assets"));
        Assert.Equal("1|2", await database.RowAsync("select sum(created), sum(failed) from view_asset_changes_by_day"));
    }

    [Fact]
    public async Task Which_tags_name_the_owner_can_be_changed_at_any_time()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.ApplyAsync(Run("2026-03-02T10:00:00Z", "i-1"));
        Assert.Equal("shop|-", await database.RowAsync("select team, application from view_assets"));
        await database.ExecuteAsync("delete from asset_tag_keys where member = 'team'; insert into asset_tag_keys (member, tag_key) values ('application', 'name')");
        Assert.Equal("-|web", await database.RowAsync("select team, application from view_assets"));
        Assert.Equal("i-1|jo", await database.RowAsync("select resource_id, requester_name from view_unowned_assets"));
    }

    // Each order has an asset of its own; the batches take the first event of each order, then the second, and each event comes twice.
    private static async Task TellInEveryOrderAsync(TestDatabase database, Func<int, IReadOnlyList<TrailRecord>> life)
    {
        var orders = Permutations.Of(life(0).Count).Select((order, number) => (Order: order, Told: life(number))).Select(one => one.Order.Select(index => one.Told[index]).ToList()).ToList();
        for (var step = 0; step < orders[0].Count; step++)
        {
            var batch = orders.Select(order => order[step]).ToList();
            await database.ApplyAsync([.. batch, .. orders.Select(order => order[step / 2])]);
        }
    }
}
