using OrgLens.Tests.Cluster;
using OrgLens.Tests.Receiver;

namespace OrgLens.Tests.Changes;

/// <summary>How long history is kept, and how one decides on it.</summary>
public sealed class RetentionTests
{
    [Fact]
    public async Task What_is_older_than_its_table_keeps_it_is_forgotten_in_bounded_steps()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.ExecuteAsync("""
            insert into row_changes (account_id, relation, row_id, at, kind, region, key)
            select 1, relation, n, now() - make_interval(days => n, hours => -1), 'appeared', 'Global', 'x'
            from unnest('{kms_keys,inventory_patches}'::text[]) relation, generate_series(1, 100) n
            """);
        await database.ExecuteAsync("update history_settings set keep_days = 40 where relation = 'kms_keys'");
        Assert.Equal(["25", "25", "20", "0"], await PruneAsync(database, 4));
        Assert.Equal(["inventory_patches|90|90", "kms_keys|40|40"], await database.RowsAsync("select relation, count(*), max(row_id) from row_changes group by 1 order by 1"));
        await database.ExecuteAsync("update history_settings set keep_days = null, reason = 'for a test' where relation = 'kms_keys'");
        Assert.Equal(["inventory_patches|90|90"], await database.RowsAsync("select relation, count(*), max(row_id) from row_changes group by 1"));
    }

    [Fact]
    public async Task What_is_no_longer_watched_makes_no_history_from_then_on()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAsync(Samples.A);
        await database.ExecuteAsync("update watched_columns set is_watched = false, reason = 'for a test' where relation = 'kms_keys' and column_name = 'key_state'");
        await database.ExecuteAsync("update kms_keys set key_state = 'x', description = 'y'");
        Assert.Equal(["description"], await database.RowsAsync("select distinct column_name from changes where table_name = 'kms_keys' and kind = 'changed'"));
        await database.ExecuteAsync("update history_settings set keep_days = null, reason = 'for a test' where relation = 'kms_keys'");
        await database.ExecuteAsync("update kms_keys set description = 'z'");
        Assert.Equal("0|0", await database.RowAsync("select (select count(*) from changes where table_name = 'kms_keys'), (select count(*) from row_changes where new = 'z')"));
        await database.ExecuteAsync("update history_settings set keep_days = 5, reason = null where relation = 'kms_keys'");
        await database.ExecuteAsync("update kms_keys set description = 'again'");
        Assert.NotEqual("0", await database.RowAsync("select count(*) from changes where new_value = 'again'"));
    }

    private static async Task<IReadOnlyList<string>> PruneAsync(TestDatabase database, int times)
    {
        var pruned = new List<string>();
        for (var time = 0; time < times; time++)
        {
            var answer = await database.App().ExecuteAsync("select load.prune_changes(25)", [], CancellationToken.None);
            pruned.Add($"{answer.Records[0][0].LongValue}");
        }

        return pruned;
    }
}
