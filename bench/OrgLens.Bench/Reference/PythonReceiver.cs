using System.Diagnostics;
using Npgsql;
using OrgLens.Bench.Cloud;
using OrgLens.Bench.Documents;
using OrgLens.Local.Processes;

namespace OrgLens.Bench.Reference;

/// <summary>The Python reference's receiver on the same endpoints, with its own schema in its own database.</summary>
internal sealed class PythonReceiver(BenchCloud cloud, string clone)
{
    public async Task<PythonFigures> LoadAsync(BenchDocument document, CancellationToken cancellationToken)
    {
        var database = await cloud.CreateEmptyDatabaseAsync(cancellationToken);
        await CreateSchemaAsync(database, cancellationToken);
        await cloud.UploadAsync(document.Path, document.KeyOn(15), cancellationToken);
        var environment = new Dictionary<string, string>(cloud.Environment)
        {
            ["DB_NAME"] = database,
            ["REGION"] = cloud.Options.Region,
            ["AURORA_SECRET_ARN"] = cloud.Resources.MasterSecretArn,
            ["PYTHONIOENCODING"] = "utf-8",
        };
        using var slow = cloud.Slow();
        var calls = cloud.Calls;
        var started = Stopwatch.GetTimestamp();
        var (code, output) = await SupervisedProcess.RunAsync(
            new ChildCommand(["python3", Path.Combine(Path.GetFullPath(clone), "scripts", "receiver.py")]) { Environment = environment }, cancellationToken);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var made = cloud.Calls - calls;
        if (code != 0 || !output.Contains("File moved to loaded", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The Python receiver failed: {output}");
        }

        var rows = await CountAsync(database, cancellationToken);
        await cloud.DropDatabaseAsync(database, cancellationToken);
        await cloud.DeleteAsync(document.KeyOn(15).Replace("data/", "loaded/", StringComparison.Ordinal), cancellationToken);
        return new PythonFigures(seconds, made, rows);
    }

    private async Task CreateSchemaAsync(string database, CancellationToken cancellationToken)
    {
        var sql = await File.ReadAllTextAsync(Path.Combine(clone, "sql", "schema", "core-schema.sql"), cancellationToken);
        await cloud.AdministerAsync(database, sql, cancellationToken);
        await cloud.AdministerAsync(database, "grant all on all tables in schema public to orglens_master; grant all on all sequences in schema public to orglens_master", cancellationToken);
    }

    private async Task<long> CountAsync(string database, CancellationToken cancellationToken)
    {
        await using var connection = await cloud.OpenAsync(database, cancellationToken);
        const string sql = "select string_agg(format('select count(*) from %I', tablename), ' union all ') from pg_tables where schemaname = 'public'";
        await using var names = new NpgsqlCommand(sql, connection);
        var counts = (string)(await names.ExecuteScalarAsync(cancellationToken))!;
        await using var count = new NpgsqlCommand($"select sum(count)::bigint from ({counts}) c", connection) { CommandTimeout = 0 };
        return (long)(await count.ExecuteScalarAsync(cancellationToken))!;
    }
}
