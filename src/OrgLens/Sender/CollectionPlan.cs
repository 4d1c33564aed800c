using OrgLens.Aws;

namespace OrgLens.Sender;

/// <summary>What a run will do, before any of it is done: each collector in each Region, and the paid calls.</summary>
/// <param name="Account">Whose account it is.</param>
/// <param name="Window">The period of the facts that have one.</param>
/// <param name="Jobs">The work, in the order of the document.</param>
/// <param name="Options">The run's settings.</param>
public sealed record CollectionPlan(AccountIdentity Account, CollectionWindow Window, IReadOnlyList<CollectionJob> Jobs, CollectOptions Options)
{
    /// <summary>Which document of the run it is; more than 1 where a run continues another.</summary>
    public int Part { get; init; } = 1;

    /// <summary>Enabled Regions that are collected from.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Paid requests that the jobs within the budget will make, if every list has one page.</summary>
    public int PaidCalls => Jobs.Where(job => !job.IsOverBudget).Sum(job => job.Collector.PaidCalls);

    /// <summary>Price of those, in USD.</summary>
    public decimal PriceUsd => Jobs.Where(job => !job.IsOverBudget).Sum(job => job.Collector.PaidCalls * job.Collector.PriceUsd);

    /// <summary>Plans a run.</summary>
    /// <param name="account">Whose account it is.</param>
    /// <param name="collectors">What is collected. Where the budget does not suffice for all, it goes to the first ones.</param>
    /// <param name="regions">Enabled Regions to collect from.</param>
    /// <param name="disabledRegions">Regions that were asked for and are not enabled: recorded as such.</param>
    /// <param name="window">The period of the facts that have one.</param>
    /// <param name="options">The run's settings.</param>
    public static CollectionPlan Create(
        AccountIdentity account, IEnumerable<Collector> collectors, IReadOnlyList<string> regions, IReadOnlyList<string> disabledRegions,
        CollectionWindow window, CollectOptions options)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(options);
        var jobs = new List<CollectionJob>();
        var left = options.PaidCalls;
        foreach (var collector in collectors)
        {
            foreach (var (region, callRegion, isDisabled) in Places(collector.Scope, account.Partition, regions, disabledRegions))
            {
                var isOver = !isDisabled && collector.PaidCalls > left;
                left -= isDisabled || isOver ? 0 : collector.PaidCalls;
                jobs.Add(new CollectionJob(collector, region, callRegion, isDisabled, isOver));
            }
        }

        return new CollectionPlan(account, window, jobs, options) { Regions = regions };
    }

    private static IEnumerable<(string Region, string CallRegion, bool IsDisabled)> Places(
        CollectorScope scope, AwsPartition partition, IReadOnlyList<string> regions, IReadOnlyList<string> disabledRegions)
    {
        if (scope != CollectorScope.EveryRegion)
        {
            yield return (CoverageEntry.Global, partition.HomeRegion, false);
        }

        if (scope != CollectorScope.Global)
        {
            foreach (var region in regions)
            {
                yield return (region, region, false);
            }

            foreach (var region in disabledRegions)
            {
                yield return (region, region, true);
            }
        }
    }
}
