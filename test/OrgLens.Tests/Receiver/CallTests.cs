using OrgLens.Local.Simulation;
using OrgLens.Receiver;
using OrgLens.Tests.Cluster;

namespace OrgLens.Tests.Receiver;

/// <summary>What a load costs: calls, and row versions of what has not changed.</summary>
public sealed class CallTests
{
    private static readonly string[] s_ledger = ["snapshots", "snapshot_sections", "coverage", "rejected_rows", "logs", "log_messages", "collections"];

    [Fact]
    public async Task A_document_of_200_rows_takes_at_most_12_calls_and_its_second_delivery_3()
    {
        var snapshot = Simulated(200);
        await using var database = await TestDatabase.CreateAsync();
        var first = await database.LoadAsync(snapshot);
        Assert.InRange(database.Faults.Calls, 1, 12);
        Assert.Equal(database.Faults.Calls, first.Calls);
        Assert.InRange(first.Rows.Values.Sum(), 150, 200);
        database.Faults.Reset();
        var second = await database.LoadAsync(snapshot);
        Assert.Equal(LoadOutcome.AlreadyLoaded, second.Outcome);
        Assert.InRange(database.Faults.Calls, 1, 3);
        Assert.Equal(database.Faults.Calls, second.Calls);
    }

    [Fact]
    public async Task The_calls_of_failed_attempts_are_counted_in_the_ledger()
    {
        await using var database = await TestDatabase.CreateAsync();
        database.Faults.FailCall(3, Local.DataApi.DataApiFault.Deadlock);
        var result = await database.LoadAsync(Samples.C1);
        // Begin, open, the failed chunk; its rollback is not waited for by anybody and not counted.
        Assert.Equal(database.Faults.Calls - 1, result.Calls);
        Assert.Equal($"{result.Calls}", await database.RowAsync("select calls from snapshots"));
    }

    [Fact]
    public async Task The_same_data_on_the_next_day_writes_no_row_and_draws_no_number()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAllAsync([Samples.A, Samples.C1]);
        var (versions, numbers) = (await VersionsAsync(database), await NumbersAsync(database));
        Assert.True(versions.Count > 400);
        foreach (var sample in new[] { Samples.A, Samples.C1 })
        {
            var result = await database.LoadAsync(sample with { Key = sample.Key.Replace("11-20", "11-22", StringComparison.Ordinal), LastModified = sample.LastModified.AddDays(2) });
            Assert.Equal(LoadOutcome.Loaded, result.Outcome);
        }

        Assert.Equal(versions, await VersionsAsync(database));
        Assert.Equal(numbers, await NumbersAsync(database));
    }

    [Fact]
    public async Task Sections_that_did_not_change_are_not_even_sent()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAsync(Samples.A);
        database.Faults.Reset();
        var next = await database.LoadAsync(Samples.A with { Key = Samples.A.Key.Replace("11-20", "11-21", StringComparison.Ordinal), LastModified = Samples.A.LastModified.AddDays(1) });
        Assert.Equal(next.Rows.Keys.Order(StringComparer.Ordinal), next.Unchanged.Order(StringComparer.Ordinal));
        Assert.Equal(4, database.Faults.Calls);
    }

    // Every row version has its own xmin and place: equal ones were not written in between.
    private static async Task<IReadOnlyList<string>> VersionsAsync(TestDatabase database)
    {
        var tables = await StateTablesAsync(database);
        return await database.RowsAsync(string.Join(" union all ", tables.Select(table => $"select '{table}', ctid::text, xmin::text from {table}")) + " order by 1, 2");
    }

    private static Task<IReadOnlyList<string>> NumbersAsync(TestDatabase database)
    {
        var ledger = string.Join(", ", s_ledger.Select(table => $"'{table}_id_seq'"));
        return database.RowsAsync($"select sequencename, last_value from pg_sequences where schemaname = 'public' and sequencename not in ({ledger}) order by 1");
    }

    private static async Task<IEnumerable<string>> StateTablesAsync(TestDatabase database) =>
        (await database.RowsAsync("select tablename from pg_tables where schemaname = 'public' order by 1")).Except(s_ledger);

    private static TestSnapshot Simulated(int rows)
    {
        var plan = new SimulationPlan { Accounts = 1, Days = 1, Start = new DateOnly(2026, 5, 1), Rows = RowCounts.ForTotal(rows) };
        var simulator = new SnapshotSimulator(plan);
        var document = simulator.Documents.Single();
        var text = new MemoryStream();
        simulator.Write(document, text);
        return new TestSnapshot(document.Key, new DateTimeOffset(2026, 5, 1, 1, 0, 0, TimeSpan.Zero), text.ToArray());
    }
}
