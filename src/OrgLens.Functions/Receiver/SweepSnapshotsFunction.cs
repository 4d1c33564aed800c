using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.Schedule;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.Core;
using AWS.Lambda.Powertools.Logging;
using Microsoft.Extensions.Logging;
using OrgLens.Database;
using OrgLens.Receiver;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace OrgLens.Functions.Receiver;

/// <summary>Queues documents that were left under <c>data/</c>, says how the pipeline is, and forgets history that has been kept for long enough.</summary>
/// <param name="sweeper">Finds and queues the documents.</param>
/// <param name="watch">Counts who is silent, what is stale and what was rejected.</param>
/// <param name="history">Forgets.</param>
/// <param name="logger">Gets a line for each of the three.</param>
public sealed partial class SweepSnapshotsFunction(SnapshotSweeper sweeper, PipelineWatch watch, ChangeHistory history, ILogger<SweepSnapshotsFunction> logger)
{
    // A document that was announced is dealt with in minutes; what is older has been missed.
    private static readonly TimeSpan Overdue = TimeSpan.FromHours(1);

    /// <summary>Queues what has waited for more than an hour; an event that is not the schedule's own queues all of it at once.</summary>
    [LambdaFunction(ResourceName = "SweepSnapshots", Role = "@SweepSnapshotsRole", MemorySize = 512, Timeout = 300)]
    [ScheduleEvent("cron(0 5 * * ? *)", ResourceName = "Daily", Description = "Finds snapshots that no notification announced")]
    [Logging(ClearState = true)]
    public async Task SweepSnapshots(ScheduledEvent schedule, ILambdaContext context)
    {
        using var deadline = Deadline.Before(context);
        var isScheduled = schedule.Source == "aws.events";
        var queued = await sweeper.SweepAsync(
            Required("BUCKET"), Required("SNAPSHOT_QUEUE_URL"), isScheduled ? Overdue : TimeSpan.Zero, deadline.Token);
        LogSwept(queued);
        var state = await watch.ReportAsync(deadline.Token);
        LogState(state.SilentAccounts, state.StaleCollectors, state.RejectedDocuments, state.RejectedRows);
        LogForgotten(await history.PruneAsync(deadline.Token));
    }

    private static string Required(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException($"The environment variable {variable} is not set.");

    [LoggerMessage(20, LogLevel.Information, "{Queued} documents had been left waiting and are queued")]
    private partial void LogSwept(int queued);

    [LoggerMessage(21, LogLevel.Information, "{SilentAccounts} accounts are silent, {StaleCollectors} collectors stale; {RejectedDocuments} documents and {RejectedRows} rows were rejected in the last day")]
    private partial void LogState(long silentAccounts, long staleCollectors, long rejectedDocuments, long rejectedRows);

    [LoggerMessage(22, LogLevel.Information, "{Rows} changes were older than their history is kept and are forgotten")]
    private partial void LogForgotten(long rows);
}
