using OrgLens.Tests.Cluster;

namespace OrgLens.Tests.Changes;

/// <summary>What is watched is held to the schema: a new table or column needs a decision.</summary>
public sealed class HistorySettingsTests
{
    [Fact]
    public async Task Every_table_that_documents_fill_has_a_history_or_a_reason_for_having_none()
    {
        await using var database = await TestDatabase.CreateAsync();
        Assert.Equal(
            await database.RowsAsync("select distinct relation from load.targets() union select 'accounts' order by 1"),
            await database.RowsAsync("select relation from history_settings order by 1"));
    }

    [Fact]
    public async Task Every_column_of_a_table_with_a_history_is_watched_or_has_a_reason()
    {
        await using var database = await TestDatabase.CreateAsync();
        Assert.Equal(
            await database.RowsAsync("""
                select c.table_name, c.column_name
                from information_schema.columns c join history_settings s on s.relation = c.table_name and s.keep_days is not null
                where c.table_schema = 'public' order by 1, 2
                """),
            await database.RowsAsync("select relation, column_name from watched_columns order by 1, 2"));
    }

    [Fact]
    public async Task Every_table_with_a_history_has_what_it_takes()
    {
        await using var database = await TestDatabase.CreateAsync();
        Assert.Empty(await database.RowsAsync("""
            select s.relation from history_settings s
            where (s.keep_days is not null) <> exists (select from pg_trigger t where t.tgrelid = s.relation::regclass and t.tgname = 'note_changes')
              or s.keep_days is not null and s.relation <> 'accounts' and to_regprocedure('load.note_added_' || s.relation || '()') is null
              or s.label_column is not null and not exists (select from pg_attribute a where a.attrelid = s.relation::regclass and a.attname = s.label_column)
            """));
    }

    [Fact]
    public async Task Neither_contacts_nor_addresses_nor_what_people_wrote_is_watched()
    {
        await using var database = await TestDatabase.CreateAsync();
        Assert.Empty(await database.RowsAsync("select relation, column_name from watched_columns where is_watched and column_name ~ 'email|phone|address_line|contact|full_name|subject$|submitted_by|accessed'"));
        Assert.Equal("2", await database.RowAsync("select count(*) from history_settings where relation like '%contact%' and keep_days is null"));
    }

    [Theory]
    [InlineData("update history_settings set keep_days = 1")]
    [InlineData("delete from watched_columns")]
    public async Task The_application_does_not_decide_what_is_watched(string sql)
    {
        await using var database = await TestDatabase.CreateAsync();
        var refusal = await Assert.ThrowsAsync<Amazon.RDSDataService.Model.DatabaseErrorException>(() => database.App().ExecuteAsync(sql, [], CancellationToken.None));
        Assert.Contains("42501", refusal.Message, StringComparison.Ordinal);
    }
}
