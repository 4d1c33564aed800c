using System.Text.Json.Nodes;
using OrgLens.Audit.Products;
using OrgLens.Audit.Trail;
using OrgLens.Audit.Usage;
using OrgLens.Local.Simulation;
using OrgLens.Receiver;
using OrgLens.Sender;
using OrgLens.Tests.Audit.Assets;
using OrgLens.Tests.Cluster;
using OrgLens.Tests.Receiver;

namespace OrgLens.Tests.Sender.Simulated;

/// <summary>
/// A database with all that a hub holds, once for the whole run of the tests: the simulated organization as its senders collected it, some
/// days of its past, its trail, the samples, and documents that did not get in. Nobody changes it.
/// </summary>
internal static class LoadedOrganization
{
    private static readonly DateOnly s_trailStart = new(2026, 11, 1);

    private static readonly Lazy<Task<TestDatabase>> s_shared = new(LoadAsync);

    /// <summary>The database of this run, loaded when the first test needs it.</summary>
    public static Task<TestDatabase> SharedAsync() => s_shared.Value;

    /// <summary>Drops it, if any test needed it.</summary>
    public static ValueTask StopAsync() =>
        s_shared is { IsValueCreated: true, Value.IsCompletedSuccessfully: true } ? s_shared.Value.Result.DisposeAsync() : ValueTask.CompletedTask;

    private static async Task<TestDatabase> LoadAsync()
    {
        var database = await TestDatabase.CreateAsync();
        await database.LoadAllAsync(History(new DateOnly(2026, 10, 10)).Concat(History(new DateOnly(2026, 11, 10))));
        await database.LoadAllAsync(await CollectAsync());
        await database.LoadAllAsync(Samples.All);
        await RejectAsync(database);
        await FollowTrailAsync(database);
        await database.ExecuteAsync("analyze");
        return database;
    }

    // The same days of two months, so that one can be compared with the other.
    private static IEnumerable<TestSnapshot> History(DateOnly start)
    {
        var simulator = new SnapshotSimulator(SimulatedRun.Organization with { Start = start, Days = 2 });
        foreach (var document in simulator.Documents)
        {
            using var body = new MemoryStream();
            simulator.Write(document, body);
            yield return new TestSnapshot(document.Key, new DateTimeOffset(document.Date, new TimeOnly(1, 0), TimeSpan.Zero), body.ToArray());
        }
    }

    private static async Task<IReadOnlyList<TestSnapshot>> CollectAsync()
    {
        var run = await SimulatedRun.SharedAsync();
        var collected = new List<TestSnapshot>();
        await Parallel.ForEachAsync(run.Api.Organization.Accounts.Take(6), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (account, _) =>
        {
            var (_, _, snapshot) = await SimulatedRun.CollectAsync(run.Enter(account), new SendRequest(), SimulatedRun.OptionsOf(account));
            lock (collected)
            {
                collected.Add(snapshot);
            }
        });
        return [.. collected.OrderBy(snapshot => snapshot.Key, StringComparer.Ordinal)];
    }

    // One that breaks off, and one with a bad row.
    private static async Task RejectAsync(TestDatabase database)
    {
        var broken = (Samples.C1 with { Key = Samples.C1.Key.Replace("DAILY", "WEEKLY", StringComparison.Ordinal), Stored = Samples.C1.Stored[..^100] }).ToDocument();
        try
        {
            await database.Loader().LoadAsync(broken, CancellationToken.None);
        }
        catch (SnapshotRejectedException rejection)
        {
            await database.Loader().RejectAsync(broken, rejection, CancellationToken.None);
        }

        var document = Samples.Parse(Samples.C2);
        document["security"] = new JsonObject
        {
            ["kms"] = new JsonArray(new JsonObject { ["arn"] = "arn:aws:kms:eu-west-1:444455556666:key/1", ["creation_date"] = "never" }),
        };
        await database.LoadAsync(TestSnapshot.Of(Samples.C2.Key.Replace("-20_", "-22_", StringComparison.Ordinal), Samples.C2.LastModified.AddDays(2), document));
    }

    private static async Task FollowTrailAsync(TestDatabase database)
    {
        var simulator = new TrailSimulator(SimulatedRun.Organization, s_trailStart, SimulatedRun.Today.DayNumber - s_trailStart.DayNumber);
        var load = new TrailLoad(database.App());
        ScanConsumer[] consumers = [ScanConsumer.Of("products", new ProductAudit(load)), ScanConsumer.Of("assets", database.Tracker()), ScanConsumer.Of("usage", new UsageAudit(load))];
        var files = simulator.Files.Select(file => new ScanSource(file.Key, _ => Task.FromResult<Stream?>(Written(file))));
        var result = await new TrailScan(consumers).RunAsync([.. files], progress: null, CancellationToken.None);
        Assert.Empty(result.Faults);

        MemoryStream Written(SimulatedTrailFile file)
        {
            var body = new MemoryStream();
            simulator.Write(file, body);
            body.Position = 0;
            return body;
        }
    }
}
