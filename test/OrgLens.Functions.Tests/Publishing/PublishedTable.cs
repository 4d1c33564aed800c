using System.Globalization;
using System.Text.Json.Nodes;
using OrgLens.Functions.Tests.Hub;
using Parquet;
using Parquet.Schema;

namespace OrgLens.Functions.Tests.Publishing;

/// <summary>A published view as Athena finds it: by its table in the catalog, whose partitions say where its files are.</summary>
internal sealed class PublishedTable
{
    private PublishedTable(JsonNode table, IReadOnlyList<JsonNode> partitions, IReadOnlyList<string> rows, IReadOnlyList<int> groups)
    {
        Table = table;
        Partitions = partitions;
        Rows = rows;
        Groups = groups;
    }

    public JsonNode Table { get; }

    public IReadOnlyList<JsonNode> Partitions { get; }

    /// <summary>Each row as name=value of all columns, the partition's key among them; in the order of the texts.</summary>
    public IReadOnlyList<string> Rows { get; }

    /// <summary>Row groups of each file.</summary>
    public IReadOnlyList<int> Groups { get; }

    public string Location => (string)Table["StorageDescriptor"]![nameof(Location)]!;

    public string Run => (string)Table["Parameters"]!["orglens.run"]!;

    public IEnumerable<string> Columns => Table["StorageDescriptor"]![nameof(Columns)]!.AsArray().Select(column => $"{column!["Name"]} {column["Type"]}");

    public static async Task<PublishedTable> ReadAsync(RunningHub hub, string name)
    {
        var target = new JsonObject { ["DatabaseName"] = "orglens", ["Name"] = name };
        var table = (await hub.Aws.CallAsync("glue", "get_table", target))[nameof(Table)]!;
        var key = (string?)table["PartitionKeys"]?.AsArray().FirstOrDefault()?["Name"];
        var partitions = key is null
            ? []
            : (await hub.Aws.CallAsync("glue", "get_partitions", new JsonObject { ["DatabaseName"] = "orglens", ["TableName"] = name }))[nameof(Partitions)]!.AsArray().Select(each => each!).ToList();
        var rows = new List<string>();
        var groups = new List<int>();
        var places = key is null
            ? [((string?)null, (string)table["StorageDescriptor"]![nameof(Location)]!)]
            : partitions.Select(each => ((string?)each["Values"]![0], (string)each["StorageDescriptor"]![nameof(Location)]!));
        foreach (var (value, location) in places)
        {
            var prefix = location[$"s3://{hub.SnapshotBucket.Name}/".Length..];
            foreach (var file in await hub.SnapshotBucket.ListAsync(prefix))
            {
                using var content = new MemoryStream(await hub.SnapshotBucket.GetAsync(file));
                await using var reader = await ParquetReader.CreateAsync(content);
                groups.Add(reader.RowGroupCount);
                for (var group = 0; group < reader.RowGroupCount; group++)
                {
                    rows.AddRange(await RowsAsync(reader, group, key is null ? null : $"{key}={(value == "__HIVE_DEFAULT_PARTITION__" ? "null" : value)}"));
                }
            }
        }

        return new PublishedTable(table, partitions, [.. rows.Order(StringComparer.Ordinal)], groups);
    }

    private static async Task<IEnumerable<string>> RowsAsync(ParquetReader reader, int number, string? partition)
    {
        using var group = reader.OpenRowGroupReader(number);
        var columns = new List<(string Name, IReadOnlyList<string> Values)>();
        foreach (var field in reader.Schema.DataFields)
        {
            columns.Add((field.Name, await ValuesAsync(group, field)));
        }

        return Enumerable.Range(0, (int)group.RowCount).Select(row => string.Join(
            '|', columns.Select(column => $"{column.Name}={column.Values[row]}").Concat(partition is null ? [] : [partition]).Order(StringComparer.Ordinal)));
    }

    private static async Task<IReadOnlyList<string>> ValuesAsync(ParquetRowGroupReader group, DataField field) => field.ClrType switch
    {
        var type when type == typeof(string) || type == typeof(ReadOnlyMemory<char>) => [.. (await TextsAsync(group, field)).Select(value => value ?? "null")],
        var type when type == typeof(bool) => await TextOfAsync<bool>(group, field, value => value ? "true" : "false"),
        var type when type == typeof(int) => await TextOfAsync<int>(group, field, value => value.ToString(CultureInfo.InvariantCulture)),
        var type when type == typeof(long) => await TextOfAsync<long>(group, field, value => value.ToString(CultureInfo.InvariantCulture)),
        var type when type == typeof(double) => await TextOfAsync<double>(group, field, value => value.ToString("R", CultureInfo.InvariantCulture)),
        var type when type == typeof(decimal) => await TextOfAsync<decimal>(group, field, value => value.ToString("0.############", CultureInfo.InvariantCulture)),
        var type when type == typeof(DateTime) => await TextOfAsync<DateTime>(group, field, value => value.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture)),
        var type => throw new NotSupportedException($"{field.Name} is of the type {type}."),
    };

    private static async Task<string?[]> TextsAsync(ParquetRowGroupReader group, DataField field)
    {
        var values = new string?[group.RowCount];
        await group.ReadAsync(field, values.AsMemory()!);
        return values;
    }

    private static async Task<IReadOnlyList<string>> TextOfAsync<T>(ParquetRowGroupReader group, DataField field, Func<T, string> text)
        where T : struct
    {
        var values = new T?[group.RowCount];
        await group.ReadAsync<T>(field, values.AsMemory());
        return [.. values.Select(value => value is { } given ? text(given) : "null")];
    }
}
