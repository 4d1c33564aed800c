using OrgLens.Aws;
using OrgLens.Sender;

namespace OrgLens.Tests.Sender;

public sealed class CollectionPlanTests
{
    private static readonly CollectionWindow s_window = CollectionWindow.Daily(new DateOnly(2026, 5, 4));

    [Fact]
    public void Every_collector_has_a_job_in_each_of_its_places()
    {
        var plan = Plan([Draft.Things(), Draft.Things("cost", "cost", CollectorScope.Global), Draft.Things("security.waf", "security.waf", CollectorScope.EveryRegionAndGlobal)]);
        Assert.Equal(
            [
                "security.kms eu-central-1 eu-central-1", "security.kms eu-west-1 eu-west-1", "cost Global us-east-1", "security.waf Global us-east-1",
                "security.waf eu-central-1 eu-central-1", "security.waf eu-west-1 eu-west-1",
            ],
            plan.Jobs.Select(job => $"{job.Collector.Name} {job.Region} {job.CallRegion}"));
    }

    [Theory]
    [InlineData("cn-north-1", "cn-northwest-1")]
    [InlineData("us-gov-east-1", "us-gov-west-1")]
    [InlineData("eusc-de-east-1", "eusc-de-east-1")]
    public void What_belongs_to_no_Region_is_asked_for_at_the_partitions_home(string region, string home)
    {
        var account = new AccountIdentity("111122223333", AwsPartition.Of(region));
        var plan = CollectionPlan.Create(account, [Draft.Things(scope: CollectorScope.Global)], [region], [], s_window, new CollectOptions());
        Assert.Equal(home, Assert.Single(plan.Jobs).CallRegion);
    }

    [Fact]
    public async Task A_Region_that_is_not_enabled_is_recorded_without_a_call()
    {
        var calls = new CannedCalls().Answer("ListThings", Draft.Page(null, "a"));
        var plan = Plan([Draft.Things()], disabled: ["me-south-1"]);
        using var snapshot = await new CollectionRun(calls, new StoppedClock(Collected.Now)).RunAsync(plan, null, CancellationToken.None);
        var entry = Assert.Single(snapshot.Coverage, entry => entry.Region == "me-south-1");
        Assert.Equal((CoverageStatus.RegionDisabled, 0), (entry.Status, entry.Calls));
        Assert.Equal(2, calls.Made.Count);
        Assert.False(snapshot.HasGaps);
    }

    [Fact]
    public async Task The_budget_goes_to_the_first_collectors_and_what_goes_over_is_recorded()
    {
        var calls = new CannedCalls().Answer("ListThings", Draft.Page(null, "a")).Answer("GetPrice", "{}");
        var plan = Plan(
            [
                Paid("cost", 2), Paid("ri_sp_savings", 4), Paid("marketplace", 1),
            ],
            new CollectOptions { PaidCalls = 4 });
        Assert.Equal([false, true, false], plan.Jobs.Select(job => job.IsOverBudget));
        Assert.Equal((3, 0.03m), (plan.PaidCalls, plan.PriceUsd));
        using var snapshot = await new CollectionRun(calls, new StoppedClock(Collected.Now)).RunAsync(plan, null, CancellationToken.None);
        Assert.Equal([CoverageStatus.Complete, CoverageStatus.OverBudget, CoverageStatus.Complete], snapshot.Coverage.Select(entry => entry.Status));
        // What costs nothing is listed all the same, and what nobody reserved may be used.
        Assert.All(snapshot.Coverage, entry => Assert.Equal(1, entry.Items));
        Assert.Equal((4, 7), (snapshot.PaidCalls, calls.Made.Count));
    }

    [Fact]
    public void Windows_begin_and_end_with_days_and_months()
    {
        Assert.Equal((new DateOnly(2026, 5, 3), new DateOnly(2026, 5, 2)), (s_window.Start, s_window.PreviousStart));
        var month = CollectionWindow.Monthly(new DateOnly(2026, 5, 1));
        Assert.Equal((new DateOnly(2026, 4, 1), new DateOnly(2026, 5, 1), new DateOnly(2026, 3, 1)), (month.Start, month.End, month.PreviousStart));
    }

    private static Collector Paid(string name, int calls) => Draft.Of(
        async (run, cancellationToken) =>
        {
            await foreach (var thing in run.ItemsAsync(Draft.List, "Things", null, cancellationToken))
            {
                run.Write(row => row.Text("arn", thing.Text("Arn")));
            }

            for (var i = 0; i < calls; i++)
            {
                await run.CallAsync(Draft.Priced, null, cancellationToken);
            }
        },
        name,
        name,
        CollectorScope.Global) with
    { PaidCalls = calls };

    private static CollectionPlan Plan(IReadOnlyList<Collector> collectors, CollectOptions? options = null, IReadOnlyList<string>? disabled = null) =>
        CollectionPlan.Create(Collected.Account, collectors, ["eu-central-1", "eu-west-1"], disabled ?? [], s_window, options ?? new CollectOptions());
}
