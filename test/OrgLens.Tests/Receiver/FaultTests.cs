using OrgLens.Local.DataApi;
using OrgLens.Receiver;
using OrgLens.Tests.Cluster;

namespace OrgLens.Tests.Receiver;

/// <summary>Whichever call of a load fails, and however: never half a document, and after redelivery the state of a load without faults.</summary>
public sealed class FaultTests
{
    // Begin, open, the only chunk, which closes as well, commit.
    private const int Calls = 4;

    public static TheoryData<DataApiFault> Faults => new(Enum.GetValues<DataApiFault>());

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_load_that_fails_at_any_call_leaves_all_or_nothing_and_redelivery_completes_it(DataApiFault fault)
    {
        await using var database = await TestDatabase.CreateAsync();
        var (nothing, all) = await StatesAsync(database);
        for (var call = 1; call <= Calls; call++)
        {
            await database.ClearAsync();
            database.Faults.Reset();
            database.Faults.FailCall(call, fault);
            await Assert.ThrowsAnyAsync<Exception>(() => database.Loader(TestDatabase.Once).LoadAsync(Samples.C1.ToDocument(), CancellationToken.None));
            // Only a commit whose answer was lost has taken effect.
            var isIn = call == Calls && fault == DataApiFault.ConnectionDroppedAfter;
            StateDump.AssertSame(isIn ? all : nothing, await StateDump.OfAsync(database), $"{fault} at call {call}");
            var redelivered = await database.Loader(TestDatabase.Once).LoadAsync(Samples.C1.ToDocument(), CancellationToken.None);
            Assert.Equal(isIn ? LoadOutcome.AlreadyLoaded : LoadOutcome.Loaded, redelivered.Outcome);
            StateDump.AssertSame(all, await StateDump.OfAsync(database), $"{fault} at call {call}, redelivered");
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task The_loader_itself_tries_again(DataApiFault fault)
    {
        await using var database = await TestDatabase.CreateAsync();
        var (_, all) = await StatesAsync(database);
        for (var call = 1; call <= Calls; call++)
        {
            await database.ClearAsync();
            database.Faults.Reset();
            database.Faults.FailCall(call, fault);
            await database.LoadAsync(Samples.C1);
            Assert.Equal(0, database.Faults.Pending);
            StateDump.AssertSame(all, await StateDump.OfAsync(database), $"{fault} at call {call}");
        }
    }

    [Fact]
    public async Task A_call_that_the_client_sends_twice_counts_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (_, all) = await StatesAsync(database);
        for (var call = 2; call < Calls; call++)
        {
            await database.ClearAsync();
            database.Faults.Reset();
            database.Faults.FailCall(call, DataApiFault.ConnectionDroppedAfter);
            var result = await database.ResendingLoader().LoadAsync(Samples.C1.ToDocument(), CancellationToken.None);
            Assert.Equal(LoadOutcome.Loaded, result.Outcome);
            Assert.Equal(Calls + 1, database.Faults.Calls);
            StateDump.AssertSame(all, await StateDump.OfAsync(database), $"call {call}");
        }
    }

    [Fact]
    public async Task A_database_that_stays_away_is_given_up_after_the_last_attempt()
    {
        await using var database = await TestDatabase.CreateAsync();
        database.Faults.FailNext(100, DataApiFault.DatabaseResuming);
        await Assert.ThrowsAsync<Amazon.RDSDataService.Model.DatabaseResumingException>(() => database.LoadAsync(Samples.C1));
        Assert.Equal(TestDatabase.Patient.Attempts, database.Faults.Calls);
    }

    [Fact]
    public async Task A_load_of_several_requests_that_fails_in_between_leaves_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var limits = new SnapshotLimits { ChunkBytes = 25_000 };
        await database.Loader(limits: limits).LoadAsync(Samples.A.ToDocument(), CancellationToken.None);
        var calls = (int)database.Faults.Calls;
        var all = await StateDump.OfAsync(database);
        await database.ClearAsync();
        var nothing = await StateDump.OfAsync(database);
        Assert.InRange(calls, 7, 12);
        for (var call = 3; call < calls; call++)
        {
            database.Faults.Reset();
            database.Faults.FailCall(call, DataApiFault.StatementTimeout);
            await Assert.ThrowsAnyAsync<Exception>(() => database.Loader(TestDatabase.Once, limits).LoadAsync(Samples.A.ToDocument(), CancellationToken.None));
            StateDump.AssertSame(nothing, await StateDump.OfAsync(database), $"call {call}");
        }

        await database.Loader(limits: limits).LoadAsync(Samples.A.ToDocument(), CancellationToken.None);
        StateDump.AssertSame(all, await StateDump.OfAsync(database), "in the end");
    }

    private static async Task<(IReadOnlyList<string> Nothing, IReadOnlyList<string> All)> StatesAsync(TestDatabase database)
    {
        var nothing = await StateDump.OfAsync(database);
        await database.LoadAsync(Samples.C1);
        Assert.Equal(Calls, database.Faults.Calls);
        return (nothing, await StateDump.OfAsync(database));
    }
}
