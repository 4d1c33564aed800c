using System.Diagnostics.CodeAnalysis;
using OrgLens.Aws;

namespace OrgLens.Sender;

/// <summary>Runs a plan: all its jobs at once, each by itself, and all of them within the deadline.</summary>
/// <param name="calls">The client.</param>
/// <param name="clock">Time of the collection and of the deadline.</param>
public sealed class CollectionRun(IAwsCalls calls, TimeProvider clock)
{
    internal const string DeadlineError = "deadline";

    /// <summary>Collects. It gives a snapshot however many of its jobs fail.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="progress">Told of every job that ends; null: nobody.</param>
    /// <param name="cancellationToken">Ends the run without a snapshot.</param>
    public async Task<CollectedSnapshot> RunAsync(CollectionPlan plan, IProgress<CollectionProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var began = clock.GetUtcNow();
        var rows = new SectionSpool();
        try
        {
            using var gate = new CallGate(plan.Options.Concurrency, plan.Options.ConcurrencyPerService);
            using var deadline = new CancellationTokenSource(plan.Options.Deadline, clock);
            using var end = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
            var guard = new SpendGuard(plan.Options.PaidCalls, plan.PaidCalls);
            var done = 0;
            var jobs = plan.Jobs.Select((job, place) => Task.Run(
                async () =>
                {
                    var run = new CollectorRun(plan, place, calls, gate, guard, rows, began);
                    var duration = await RunAsync(job, run, end.Token, cancellationToken);
                    // First no more rows, then their number.
                    rows.Close(place);
                    var entries = run.ToEntries(duration);
                    progress?.Report(new CollectionProgress(job, entries, Interlocked.Increment(ref done), plan.Jobs.Count));
                    return entries;
                },
                cancellationToken));
            var coverage = await Task.WhenAll(jobs);
            return new CollectedSnapshot(plan, began, [.. coverage.SelectMany(entries => entries)], guard.Made, rows);
        }
        catch
        {
            rows.Dispose();
            throw;
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "A defect in one collector must not cost the account the others; the coverage names it.")]
    private async Task<TimeSpan> RunAsync(CollectionJob job, CollectorRun run, CancellationToken end, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        if (job.IsRegionDisabled)
        {
            run.IncompleteAll(CoverageStatus.RegionDisabled, "not opted in");
        }
        else
        {
            try
            {
                // Left behind when it does not end in time: nothing that it still does reaches the document.
                await job.Collector.CollectAsync(run, end).WaitAsync(end);
            }
            catch (OperationCanceledException) when (end.IsCancellationRequested)
            {
                cancellationToken.ThrowIfCancellationRequested();
                run.IncompleteAll(CoverageStatus.Failed, DeadlineError);
            }
            catch (AwsCallException failure)
            {
                run.IncompleteAll(run.StatusOf(failure), $"{failure.Operation} {failure.Code}");
            }
            catch (AwsAnswerException failure)
            {
                run.IncompleteAll(CoverageStatus.Failed, failure.Message);
            }
            catch (OverBudgetException failure)
            {
                run.IncompleteAll(CoverageStatus.OverBudget, failure.Message);
            }
            catch (Exception defect)
            {
                run.IncompleteAll(CoverageStatus.Failed, defect.GetType().Name);
            }
        }

        return clock.GetElapsedTime(began);
    }
}
