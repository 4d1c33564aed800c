using OrgLens.Aws;
using OrgLens.Bench.Collecting.Answers;
using OrgLens.Sender;

namespace OrgLens.Bench.Collecting;

/// <summary>What a run can't be faster than, however many calls are made at once.</summary>
/// <param name="Job">The job with the most calls that have to follow each other.</param>
/// <param name="Calls">Those, and the calls that find account and Regions.</param>
internal sealed record DependencyChain(string Job, int Calls)
{
    // GetCallerIdentity, ListRegions.
    private const int CallsOfPlan = 2;

    public double Seconds => Calls * AwsStub.Latency.TotalSeconds;

    /// <summary>
    /// Runs every collector once by itself, in one Region and for the account, with no bound on the calls in flight: then a call that began
    /// after another one had ended needed its answer.
    /// </summary>
    public static async Task<DependencyChain> FindAsync(CancellationToken cancellationToken)
    {
        var options = new CollectOptions { Concurrency = int.MaxValue, ConcurrencyPerService = int.MaxValue };
        var window = CollectionWindow.Daily(DateOnly.FromDateTime(DateTime.UtcNow));
        var plan = CollectionPlan.Create(new AccountIdentity(AnswerText.Account, AwsPartition.Commercial), CollectorList.All, AccountAnswers.Regions, [], window, options);
        var home = plan.Account.Partition.HomeRegion;
        var chains = await Task.WhenAll(plan.Jobs.Where(job => job.Region is CoverageEntry.Global || job.Region == home).Select(async job =>
        {
            var calls = new TimedCalls();
            using var snapshot = await new CollectionRun(calls, TimeProvider.System).RunAsync(plan with { Jobs = [job] }, null, cancellationToken);
            return snapshot.HasGaps
                ? throw new InvalidOperationException($"{job.Collector.Name}: {string.Join(", ", snapshot.Coverage.Select(entry => $"{entry.Status} {entry.Error}"))}")
                : new DependencyChain(job.Collector.Name, CallsOfPlan + calls.LongestSequence);
        }));
        return chains.MaxBy(chain => chain.Calls)!;
    }
}
