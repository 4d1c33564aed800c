using OrgLens.Local.Simulation;
using OrgLens.Receiver;
using OrgLens.Tests.Cluster;

namespace OrgLens.Tests.Sender.Simulated;

/// <summary>
/// One account, one day, two senders: documents in the Python reference's form and ours, in two databases. The reference's are those of
/// the simulated organization, which are held against the samples of its real output elsewhere.
/// </summary>
public sealed class ReferenceComparisonTests(ReferenceComparisonTests.TwoSenders senders) : IClassFixture<ReferenceComparisonTests.TwoSenders>
{
    public static TheoryData<string> Rows => [.. ReferenceComparison.All.Select(comparison => comparison.Name)];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Both_say_the_same_wherever_the_reference_is_right(string rows)
    {
        var comparison = ReferenceComparison.All.Single(each => each.Name == rows);
        var (reference, ours) = (await senders.Reference.RowsAsync(comparison.Query), await senders.Ours.RowsAsync(comparison.Query));

        // Of a single day there may be nothing.
        Assert.True(reference.Count > 0 || !comparison.IsAll);
        var (lost, more) = (reference.Except(ours).ToList(), ours.Except(reference).ToList());
        Assert.True(lost.Count == 0, $"{lost.Count} of {reference.Count} are not in ours:\n{string.Join('\n', lost.Take(5))}\nbut in ours only:\n{string.Join('\n', more.Take(5))}");
        Assert.True(more.Count == 0 == comparison.IsAll, $"{more.Count} are in ours only:\n{string.Join('\n', more.Take(5))}");
    }

    [Fact]
    public async Task Every_table_that_the_reference_fills_is_compared()
    {
        var compared = string.Join(' ', ReferenceComparison.All.Select(comparison => comparison.Query));
        foreach (var table in OrgLens.Sender.SnapshotSections.Tables.Values.SelectMany(tables => tables))
        {
            if (await senders.Reference.RowAsync($"select count(*) from {table}") != "0")
            {
                Assert.Contains($" {table}", compared, StringComparison.Ordinal);
            }
        }
    }

    public sealed class TwoSenders : IAsyncLifetime
    {
        internal TestDatabase Reference { get; private set; } = null!;

        internal TestDatabase Ours { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            var run = await SimulatedRun.SharedAsync();
            (Reference, Ours) = (await TestDatabase.CreateAsync(), await TestDatabase.CreateAsync());
            await Ours.LoadAsync(run.Snapshot);
            foreach (var region in run.Account.Regions)
            {
                using var body = new MemoryStream();
                new SnapshotSimulator(SimulatedRun.Organization).Write(new SimulatedDocument(run.Account, region, SimulatedRun.Today), body);
                var document = new TestSnapshot($"data/{run.Account.Id}/{region}/{SimulatedRun.Today:yyyy-MM-dd}_DAILY.json", SimulatedRun.Now, body.ToArray());
                Assert.Equal(LoadOutcome.Loaded, (await Reference.LoadAsync(document)).Outcome);
            }
        }

        public async Task DisposeAsync()
        {
            await Reference.DisposeAsync();
            await Ours.DisposeAsync();
        }
    }
}
