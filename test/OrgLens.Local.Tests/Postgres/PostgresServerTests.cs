using Npgsql;
using OrgLens.Local.Postgres;

namespace OrgLens.Local.Tests.Postgres;

public sealed class PostgresServerTests : IDisposable
{
    private static readonly DatabaseCredentials s_master = new("master", "it's a secret");
    private readonly string _folder = Directory.CreateTempSubdirectory("orglens-pg-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Keeps_its_data_over_a_stop_and_over_a_crash()
    {
        var options = new PostgresOptions(Path.Combine(_folder, "state"));
        await using (var server = await PostgresServer.StartAsync(options))
        {
            await server.EnsureMasterUserAsync(s_master);
            await server.EnsureDatabaseAsync("core", s_master.UserName);
            await ExecuteAsync(server, "create table kept (n int); insert into kept values (1)");
        }

        // The traces of a server that was killed: its pid file, naming a process that is something else by now.
        await File.WriteAllTextAsync(Directory.GetDirectories(options.Folder, "data-*").Single() + "/postmaster.pid", $"{Environment.ProcessId}\n");

        await using var again = await PostgresServer.StartAsync(options);
        await again.EnsureMasterUserAsync(s_master);
        await again.EnsureDatabaseAsync("core", s_master.UserName);
        Assert.Equal(1, await ScalarAsync(again, "select n from kept"));
    }

    [Fact]
    public async Task Listens_on_a_port_where_the_path_is_too_long_for_a_socket()
    {
        var deep = Path.Combine(_folder, new string('d', 60), new string('e', 60));

        await using var server = await PostgresServer.StartAsync(new PostgresOptions(deep) { IsDurable = false });

        Assert.False(server.Endpoint.IsSocket);
        await server.EnsureMasterUserAsync(s_master);
        await server.EnsureDatabaseAsync("core", s_master.UserName);
        Assert.Equal(1, await ScalarAsync(server, "select 1"));
    }

    private static async Task ExecuteAsync(PostgresServer server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server.ConnectionString("core", s_master));
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<int> ScalarAsync(PostgresServer server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server.ConnectionString("core", s_master));
        await using var command = source.CreateCommand(sql);
        return (int)(await command.ExecuteScalarAsync())!;
    }
}
