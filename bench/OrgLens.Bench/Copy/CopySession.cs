using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace OrgLens.Bench.Copy;

/// <summary>The transaction of one document's COPY: makes the rows that others point to, then streams table after table.</summary>
internal sealed class CopySession
{
    private readonly NpgsqlConnection _connection;
    private readonly JsonElement _document;
    private readonly string _region;
    private readonly Dictionary<(string Region, string Collector), long> _collections = [];
    private readonly CopyParents _parents = new();
    private readonly DateTime _observedAt = new(2026, 1, 15, 23, 59, 59, DateTimeKind.Utc);
    private long _account;

    private CopySession(NpgsqlConnection connection, JsonElement document, string region)
    {
        _connection = connection;
        _document = document;
        _region = region;
    }

    public static async Task<CopySession> OpenAsync(NpgsqlConnection connection, JsonElement document, string region)
    {
        var session = new CopySession(connection, document, region);
        var account = document.GetProperty("account").GetProperty("account_id").GetString()!;
        session._account = (long)(await session.ScalarAsync("insert into accounts (account_id) values ($1) returning id", account))!;
        await session.AddProductsAsync();
        await session.AddReportAsync();
        return session;
    }

    /// <summary>Copies a table's rows.</summary>
    public async Task<long> CopyAsync(CopyTable table)
    {
        await AddCollectionsAsync(table);
        string[] ours = ["collection_id", "first_seen_at", .. table.HasAccount ? ["account_id"] : Array.Empty<string>(), .. table.ParentColumn is { } column ? [column] : Array.Empty<string>()];
        long rows = 0;
        await using (var copy = await _connection.BeginBinaryImportAsync(
            $"copy {table.Name} ({string.Join(", ", ours.Concat(table.Columns.Select(c => $"\"{c.Name}\"")))}) from stdin (format binary)"))
        {
            foreach (var row in table.Rows(_document))
            {
                copy.StartRow();
                copy.Write(_collections[CollectorOf(table, row)], NpgsqlDbType.Bigint);
                copy.Write(_observedAt, NpgsqlDbType.TimestampTz);
                if (table.HasAccount)
                {
                    copy.Write(_account, NpgsqlDbType.Bigint);
                }

                if (table.Parent is { } parent)
                {
                    copy.Write(parent(row, _parents), NpgsqlDbType.Bigint);
                }

                foreach (var filled in table.Columns)
                {
                    filled.Write(copy, row);
                }

                rows++;
            }

            await copy.CompleteAsync();
        }

        if (table.Name == "inventory_instances")
        {
            await ReadIdsAsync("select instance_id, id from inventory_instances", _parents.Nodes);
        }

        return rows;
    }

    private (string Region, string Collector) CollectorOf(CopyTable table, JsonElement row) =>
        table.Collector is { } collector ? (_region, collector) : table.CollectorOf!(row, _region);

    private async Task AddCollectionsAsync(CopyTable table)
    {
        foreach (var (region, collector) in table.Rows(_document).Select(row => CollectorOf(table, row)).Distinct().ToList())
        {
            _collections[(region, collector)] = (long)(await ScalarAsync(
                "insert into collections (account_id, region, collector, section) values ($1, $2, $3, $4) returning id", _account, region, collector, table.Name))!;
        }
    }

    private async Task AddProductsAsync()
    {
        var names = _document.GetProperty("security").GetProperty("security_hub").EnumerateArray()
            .SelectMany(product => product.GetProperty("findings"u8).EnumerateArray())
            .Select(finding => finding.GetProperty("product_name"u8).GetString()!).Distinct().ToList();
        foreach (var name in names)
        {
            await ScalarAsync("insert into security (account_id, region, service) values ($1, $2, $3) returning id", _account, _region, name);
        }

        await ReadIdsAsync("select service, id from security", _parents.Products);
    }

    private async Task AddReportAsync()
    {
        var collection = await ScalarAsync(
            "insert into collections (account_id, region, collector, section) values ($1, $2, 'config', 'config') returning id", _account, _region);
        _parents.ConfigReport = (long)(await ScalarAsync(
            """
            insert into config_reports (account_id, collection_id, date_from, date_to, first_seen_at)
            values ($1, $2, '2026-01-14', '2026-01-15', now()) returning id
            """,
            _account, collection!))!;
    }

    private async Task ReadIdsAsync(string sql, Dictionary<string, long> into)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            into[reader.GetString(0)] = reader.GetInt64(1);
        }
    }

    private async Task<object?> ScalarAsync(string sql, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return await command.ExecuteScalarAsync();
    }
}
