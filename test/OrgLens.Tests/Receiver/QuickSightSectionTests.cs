using System.Text.Json.Nodes;
using OrgLens.Receiver;
using OrgLens.Tests.Audit.Usage;
using OrgLens.Tests.Cluster;

namespace OrgLens.Tests.Receiver;

/// <summary>QuickSight's lists are kept like all others: current, gone where a complete list lacks them, and never from an older document.</summary>
public sealed class QuickSightSectionTests
{
    private const string Rows =
        """
        select 'user ' || u.user_name, c.region, u.removed_at is not null as removed from quicksight_users u join collections c on c.id = u.collection_id
        where u.user_name in ('max', 'lee')
        union all
        select 'set ' || s.data_set_id || ' ' || coalesce(s.spice_bytes::text, '-'), c.region, s.removed_at is not null
        from quicksight_data_sets s join collections c on c.id = s.collection_id
        where s.data_set_id in ('S5', 'S6')
        order by 1
        """;

    [Fact]
    public async Task What_a_complete_list_lacks_is_gone_and_what_changed_is_updated()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAsync(UsageScenario.Snapshot());
        var later = UsageScenario.Snapshot(1, Changed);
        Assert.Equal(LoadOutcome.Loaded, (await database.LoadAsync(later)).Outcome);
        Assert.Equal(["set S5 -|us-east-1|f", "set S6 9000|us-east-1|t", "user lee|Global|f", "user max|Global|t"], await database.RowsAsync(Rows));
        Assert.Equal("6|1|2|3|6", await database.RowAsync("""
            select (select count(*) from quicksight_users where removed_at is null), (select count(*) from quicksight_groups where removed_at is null),
              (select count(*) from quicksight_dashboards where removed_at is null), (select count(*) from quicksight_analyses where removed_at is null),
              (select count(*) from quicksight_data_sets where removed_at is null)
            """));
        Assert.DoesNotContain("S6", await database.RowsAsync("select data_set_id from view_quicksight_data_sets"));
    }

    [Fact]
    public async Task The_order_of_arrival_makes_no_difference()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAllAsync([UsageScenario.Snapshot(), UsageScenario.Snapshot(1, Changed)]);
        var expected = await StateDump.OfAsync(database);
        await database.ClearAsync();
        await database.LoadAllAsync([UsageScenario.Snapshot(1, Changed), UsageScenario.Snapshot(), UsageScenario.Snapshot(1, Changed)]);
        StateDump.AssertSame(expected, await StateDump.OfAsync(database), "the newer document first");
    }

    [Fact]
    public async Task Where_the_list_is_not_complete_nothing_is_gone()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAsync(UsageScenario.Snapshot());
        await database.LoadAsync(UsageScenario.Snapshot(1, document =>
        {
            Changed(document);
            foreach (var entry in document["coverage"]!.AsArray())
            {
                entry!["status"] = "denied_iam";
            }
        }));
        Assert.Equal(["set S5 -|us-east-1|f", "set S6 9000|us-east-1|f", "user lee|Global|f", "user max|Global|f"], await database.RowsAsync(Rows));
    }

    [Fact]
    public async Task A_bad_row_costs_itself()
    {
        await using var database = await TestDatabase.CreateAsync();
        var result = await database.LoadAsync(UsageScenario.Snapshot(0, document => document["quicksight"]!["data_sets"]![0]!["spice_bytes"] = "much"));
        Assert.Equal((LoadOutcome.Partial, 1), (result.Outcome, result.Skipped["quicksight.data_sets"]));
        Assert.Equal("quicksight.data_sets|S1|spice_bytes|wrong_type", await database.RowAsync("select section, natural_key, column_name, value_class from rejected_rows"));
        Assert.Equal("6", await database.RowAsync("select count(*) from quicksight_data_sets"));
    }

    private static void Changed(JsonObject document)
    {
        var (users, sets) = (document["quicksight"]!["users"]!.AsArray(), document["quicksight"]!["data_sets"]!.AsArray());
        users.Remove(users.Single(user => (string?)user!["user_name"] == "max"));
        sets.Remove(sets.Single(set => (string?)set!["data_set_id"] == "S6"));
        sets.Single(set => (string?)set!["data_set_id"] == "S5")!["spice_bytes"] = null;
    }
}
