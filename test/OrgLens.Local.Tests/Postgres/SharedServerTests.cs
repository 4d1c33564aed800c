using Npgsql;
using OrgLens.Local.Postgres;

namespace OrgLens.Local.Tests.Postgres;

[Collection(SharedEmulators.Name)]
public sealed class SharedServerTests(Emulators emulators)
{
    private static readonly DatabaseCredentials s_master = new("master", "secr'et");

    [Fact]
    public async Task Copies_a_database_for_a_test()
    {
        var (template, copy) = ($"a{Guid.NewGuid():N}", $"b{Guid.NewGuid():N}");
        await emulators.Postgres.EnsureDatabaseAsync(template, "master");
        await ExecuteAsync(template, "create table t as select 5 as n");

        await emulators.Postgres.CloneDatabaseAsync(template, copy, "master");
        await ExecuteAsync(copy, "update t set n = 6");

        Assert.Equal(5, await ExecuteAsync(template, "select n from t"));
        await emulators.Postgres.DropDatabaseAsync(copy);
        await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(copy, "select 1"));
    }

    [Fact]
    public async Task Gives_its_master_user_what_a_clusters_has_and_no_more()
    {
        Assert.Equal("f", await ExecuteAsync("core", "select rolsuper::text::char from pg_roles where rolname = 'master'"));
        await ExecuteAsync("core", "do $$ begin create role r_test nologin; grant select on all tables in schema public to r_test; revoke select on all tables in schema public from r_test; drop role r_test; end $$");
        var denied = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync("core", "select pg_read_file('/etc/passwd')"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, denied.SqlState);
    }

    private async Task<object?> ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(emulators.Postgres.ConnectionString(database, s_master) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
