using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using OrgLens.Bench.Loading;

namespace OrgLens.Bench.Copy;

/// <summary>
/// What there is to beat: a client that parses the document and streams its rows by binary COPY, in one transaction, over a Unix
/// socket, into the same empty tables. It keeps no ledger, compares nothing and could not do it a second time.
/// </summary>
internal static class CopyProcess
{
    public static async Task<int> RunAsync(string json)
    {
        var task = JsonSerializer.Deserialize(json, LoadingJson.Default.LoadTask)!;
        if (task.WarmUp is { } other)
        {
            await CopyAsync(other);
        }

        var before = await WalPosition.ReadAsync(task.ConnectionString);
        var started = Stopwatch.GetTimestamp();
        var rows = await CopyAsync(task);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var written = await WalPosition.ReadAsync(task.ConnectionString) - before;
        Console.WriteLine(JsonSerializer.Serialize(LoadFigures.OfThisProcess(seconds, rows, calls: 0, written, "Copied"), LoadingJson.Default.LoadFigures));
        return 0;
    }

    private static async Task<long> CopyAsync(LoadTask task)
    {
        using var document = await ReadAsync(task.File);
        await using var connection = new NpgsqlConnection(task.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var session = await CopySession.OpenAsync(connection, document.RootElement, region: task.Key.Split('/')[2]);
        long rows = 0;
        foreach (var table in CopyTables.All)
        {
            rows += await session.CopyAsync(table);
        }

        await transaction.CommitAsync();
        return rows;
    }

    private static async Task<JsonDocument> ReadAsync(string file)
    {
        await using var stream = File.OpenRead(file);
        return await JsonDocument.ParseAsync(stream);
    }
}
