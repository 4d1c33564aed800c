using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.Schedule;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.Core;
using AWS.Lambda.Powertools.Logging;
using Microsoft.Extensions.Logging;
using OrgLens.Publishing;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace OrgLens.Functions.Publishing;

/// <summary>Publishes views, so that Athena and QuickSight read them without a way to the database.</summary>
/// <param name="publisher">Publishes them.</param>
/// <param name="clock">Names a run that no schedule began.</param>
/// <param name="logger">Gets one line for each view.</param>
public sealed partial class PublishViewsFunction(ViewPublisher publisher, TimeProvider clock, ILogger<PublishViewsFunction> logger)
{
    /// <summary>Publishes all of them. It fails when one of them did, after the others; a schedule's second attempt goes on with those that are left.</summary>
    [LambdaFunction(ResourceName = "PublishViews", Role = "@PublishViewsRole", MemorySize = 1024, Timeout = 900)]
    [ScheduleEvent("cron(0 7 * * ? *)", ResourceName = "Daily", Description = "Publishes views for Athena")]
    [Logging(ClearState = true)]
    public async Task PublishViews(ScheduledEvent schedule, ILambdaContext context)
    {
        using var deadline = Deadline.Before(context);
        // Lambda hands the same event over again when a run failed.
        var begun = schedule.Source == "aws.events" && schedule.Time != default ? new DateTimeOffset(schedule.Time.ToUniversalTime()) : clock.GetUtcNow();
        var report = await publisher.PublishAsync(PublishedViews.All, begun, progress: null, deadline.Token);
        foreach (var view in report.Views)
        {
            if (view.Error is { } error)
            {
                LogFailed(view.View, error);
            }
            else
            {
                LogPublished(view.View, view.Rows, view.Files, view.Bytes);
            }
        }

        if (!report.IsComplete)
        {
            throw new PublishingException($"Not published: {string.Join(", ", report.Views.Where(view => view.Error is not null).Select(view => view.View))}.");
        }
    }

    [LoggerMessage(80, LogLevel.Information, "{View} is published: {Rows} rows in {Files} files of {Bytes} bytes")]
    private partial void LogPublished(string view, long rows, int files, long bytes);

    [LoggerMessage(81, LogLevel.Error, "{View} is not published: {Error}")]
    private partial void LogFailed(string view, string error);
}
