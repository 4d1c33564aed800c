using Amazon.RDSDataService.Model;
using OrgLens.Tests.Cluster;

namespace OrgLens.Tests.Database;

/// <summary>What the database's own roles may do; that the application may load is shown by every other test.</summary>
public sealed class RoleTests
{
    [Theory]
    [InlineData("create table mine (x int)")]
    [InlineData("create view mine as select 1 as x")]
    [InlineData("create schema mine")]
    [InlineData("alter table accounts add column x int")]
    [InlineData("drop table log_messages")]
    [InlineData("truncate log_messages")]
    [InlineData("drop function load.open(json)")]
    [InlineData("create function load.mine() returns int language sql as 'select 1'")]
    [InlineData("create role mine")]
    [InlineData("select admin.set_role_password('orglens_app', 'x')")]
    [InlineData("select * from admin.migrations")]
    public async Task The_application_may_not_change_the_schema(string sql)
    {
        await using var database = await TestDatabase.CreateAsync();
        var refusal = await Assert.ThrowsAsync<DatabaseErrorException>(() => database.App().ExecuteAsync(sql, [], CancellationToken.None));
        Assert.Matches("SQLState: (42501|42P01)", refusal.Message);
    }

    [Fact]
    public async Task The_reader_reads_everything_and_writes_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        Assert.Equal(
            "t|f|f",
            await database.RowAsync("""
                select bool_and(has_table_privilege('orglens_reader', c.oid, 'select')),
                  bool_or(has_table_privilege('orglens_reader', c.oid, 'insert, update, delete, truncate, references, trigger')),
                  has_schema_privilege('orglens_reader', 'public', 'create') or has_schema_privilege('orglens_reader', 'admin', 'usage')
                from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v')
                """));
        Assert.Equal("f", await database.RowAsync("select has_function_privilege('orglens_reader', 'load.open(json)', 'execute') and has_schema_privilege('orglens_reader', 'load', 'usage')"));
    }

    [Fact]
    public async Task Nobody_sets_the_password_of_another_role()
    {
        await using var database = await TestDatabase.CreateAsync();
        await Assert.ThrowsAsync<DatabaseErrorException>(() => database.Master().ExecuteAsync("select admin.set_role_password('postgres', 'x')", [], CancellationToken.None));
    }
}
