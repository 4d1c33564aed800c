using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using OrgLens.Receiver;
using OrgLens.Tests.Cluster;

namespace OrgLens.Tests.Receiver;

/// <summary>Whatever the order, the repetition and the company in which documents arrive, the state is that of the order in which they were made.</summary>
public sealed class OrderTests
{
    private const string Account = "111122223333";
    private static readonly string[] s_regions = ["eu-west-1", "eu-west-2", "us-east-1"];

    public static TheoryData<int> Seeds => new(8, 18, 28, 41, 46);

    private const string OtherAccount = "444455556666";

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Any_order_with_repetitions_ends_in_the_same_state(int seed)
    {
        var generator = new HistoryGenerator(seed);
        var history = generator.Generate(Account, 4);
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAllAsync(history);
        var expected = await StateDump.OfAsync(database);
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            var order = generator.Shuffle(history);
            await database.ClearAsync();
            await database.LoadAllAsync(order);
            StateDump.AssertSame(expected, await StateDump.OfAsync(database), $"seed {seed}, attempt {attempt}, {Describe(history, order)}");
        }
    }

    [Fact]
    public async Task Documents_of_one_second_are_ordered_even_when_a_newer_one_came_first()
    {
        // Every Region's sender reports the account's checks, and S3 tells whole seconds only.
        var second = new DateTimeOffset(2026, 3, 1, 1, 0, 0, TimeSpan.Zero);
        var snapshots = s_regions.Select(region => Checks(region, second, region)).ToList();
        var newer = Checks("eu-west-1", second.AddDays(1), null);
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAllAsync([.. snapshots, newer]);
        var expected = await StateDump.OfAsync(database);
        foreach (var order in new[] { (0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0) })
        {
            await database.ClearAsync();
            await database.LoadAllAsync([newer, snapshots[order.Item1], snapshots[order.Item2], snapshots[order.Item3]]);
            StateDump.AssertSame(expected, await StateDump.OfAsync(database), $"order {order}");
        }
    }

    [Theory]
    [InlineData("2026-03-01_DAILY", "2026-03-01_WEEKLY", "2026-03-01T01:00:00Z")]
    [InlineData("2026-03-01_DAILY", "2026-03-01_WEEKLY", "2026-03-01T01:00:00.25Z")]
    [InlineData("2026-03-01_WEEKLY", "2026-03-01_MONTHLY", "2026-03-01T01:00:00.25Z")]
    [InlineData("2026-03-01_DAILY", "2026-03-02_DAILY", "2026-03-01T01:00:00Z")]
    [InlineData("2026-03-01_DAILY", "2026-03-02_DAILY", "2026-03-01T01:00:00.25Z")]
    [InlineData("2026-03-01_DAILY", "../eu-west-1/2026-03-01_DAILY", "2026-03-01T01:00:00.25Z")]
    public async Task The_same_bytes_under_several_keys_of_one_instant_end_in_the_same_state(string one, string other, string collectedAt)
    {
        var document = EmptyDocument.Of(Account);
        document["schema_version"] = "1.0";
        document["collected_at"] = collectedAt;
        document["service"] = new JsonArray(new JsonObject { ["service"] = "EC2", ["usage_types"] = "Aggregated", ["date_from"] = "2026-02-28", ["date_to"] = "2026-03-01", ["cost"] = 4.5 });
        document["trusted_advisor"] = new JsonArray(new JsonObject { ["check_name"] = "check", ["severity"] = "low" });
        document["coverage"] = new JsonArray(new JsonObject { ["collector"] = "trusted_advisor", ["region"] = "Global", ["status"] = "complete", ["scope"] = "full", ["items"] = 1, ["calls"] = 1, ["duration_ms"] = 1 });
        var written = new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
        var copies = new[] { one, other }.Select(name => TestSnapshot.Of(
            $"data/{Account}/{(name.StartsWith("../", StringComparison.Ordinal) ? name[3..] : $"eu-west-2/{name}")}.json", written, document)).ToList();
        var newer = Checks("us-east-1", written, null);
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAllAsync([.. copies, newer]);
        var expected = await StateDump.OfAsync(database);
        foreach (var order in (TestSnapshot[][])[[copies[1], copies[0], newer], [newer, copies[0], copies[1]], [newer, copies[1], copies[0]], [copies[1], newer, copies[0], copies[1]]])
        {
            await database.ClearAsync();
            await database.LoadAllAsync(order);
            StateDump.AssertSame(expected, await StateDump.OfAsync(database), string.Join(", ", order.Select(copy => copy.Key)));
        }
    }

    [Theory]
    [InlineData(21)]
    [InlineData(23)]
    public async Task Several_workers_at_once_end_in_the_same_state(int seed)
    {
        var generator = new HistoryGenerator(seed);
        var history = generator.Generate(Account, 3).Concat(generator.Generate(OtherAccount, 3)).ToList();
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAllAsync(history);
        var expected = await StateDump.OfAsync(database);
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            await database.ClearAsync();
            var loader = database.Loader();
            await Parallel.ForEachAsync(
                generator.Shuffle([.. history, .. history]),
                new ParallelOptions { MaxDegreeOfParallelism = 6 },
                async (snapshot, token) => await loader.LoadAsync(snapshot.ToDocument(), token));
            StateDump.AssertSame(expected, await StateDump.OfAsync(database), $"seed {seed}, attempt {attempt}");
        }
    }

    [Fact]
    public async Task The_same_object_delivered_50_times_by_32_workers_is_loaded_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        var loader = database.Loader();
        var outcomes = new ConcurrentBag<LoadOutcome>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 50),
            new ParallelOptions { MaxDegreeOfParallelism = 32 },
            async (_, token) => outcomes.Add((await loader.LoadAsync(Samples.C1.ToDocument(), token)).Outcome));
        Assert.Single(outcomes, LoadOutcome.Loaded);
        Assert.Equal(49, outcomes.Count(outcome => outcome == LoadOutcome.AlreadyLoaded));
        var state = await StateDump.OfAsync(database);
        await database.ClearAsync();
        await database.LoadAsync(Samples.C1);
        StateDump.AssertSame(await StateDump.OfAsync(database), state, "50 deliveries");
    }

    private static TestSnapshot Checks(string region, DateTimeOffset instant, string? severity)
    {
        var document = EmptyDocument.Of(Account);
        document["trusted_advisor"] = severity is null
            ? [new JsonObject { ["check_name"] = "another" }]
            : new JsonArray(new JsonObject { ["check_name"] = "check", ["severity"] = severity });
        return TestSnapshot.Of($"data/{Account}/{region}/{instant:yyyy-MM-dd}_DAILY.json", instant, document);
    }

    private static string Describe(IReadOnlyList<TestSnapshot> history, IReadOnlyList<TestSnapshot> order) =>
        $"order {string.Join(' ', order.Select(snapshot => history.Index().First(item => item.Item.ETag == snapshot.ETag).Index))} of "
        + string.Join(", ", history.Select((snapshot, index) => $"{index} {snapshot.Key[18..]} {snapshot.LastModified:HH:mm:ss}"));
}
