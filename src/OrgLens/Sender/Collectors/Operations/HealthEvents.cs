using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Operations;

/// <summary>
/// Events of AWS Health that are open, upcoming or were closed or changed in the week before the window's end, with what they say and
/// what they affect. Accounts without a plan that has the Health API are not enabled.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/health/latest/APIReference/API_DescribeEvents.html</remarks>
internal static class HealthEvents
{
    private const int EventsPerCall = 10;

    // Longer than any pause between runs that is no outage, so that each closing is seen.
    private static readonly TimeSpan Recently = TimeSpan.FromDays(7);

    private static readonly AwsOperation DescribeEvents = AwsServices.Health.Operation("DescribeEvents") with { Paging = AwsPaging.LowerNextToken(100) };

    private static readonly AwsOperation DescribeEventDetails = AwsServices.Health.Operation("DescribeEventDetails");

    private static readonly AwsOperation DescribeAffectedEntities =
        AwsServices.Health.Operation("DescribeAffectedEntities") with { Paging = AwsPaging.LowerNextToken(100) };

    public static readonly Collector Collector = new("health")
    {
        Scope = CollectorScope.Global,
        Operations = [DescribeEvents, DescribeEventDetails, DescribeAffectedEntities],
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        await foreach (var batch in run.SelectAsync(BatchesAsync(run, cancellationToken), (events, ct) => DescribeAsync(run, events, ct), cancellationToken))
        {
            foreach (var (item, description, entities) in batch)
            {
                run.Write(row =>
                {
                    row.Text("arn", item.Text("arn"));
                    row.Text("service", item.Text("service"));
                    row.Text("event_type_code", item.Text("eventTypeCode"));
                    row.Text("event_type_category", item.Text("eventTypeCategory"));
                    row.Text("region", item.Text("region"));
                    row.Text("availability_zone", item.Text("availabilityZone"));
                    row.Instant("start_time", item.Instant("startTime"));
                    row.Instant("end_time", item.Instant("endTime"));
                    row.Instant("last_updated_time", item.Instant("lastUpdatedTime"));
                    row.Text("status_code", item.Text("statusCode"));
                    row.Text("event_scope_code", item.Text("eventScopeCode"));
                    row.Text("description", description);
                    row.List("affected_entities", entities, (writer, entity) =>
                    {
                        writer.Text("value", entity.Text("entityValue"));
                        writer.Text("status_code", entity.Text("statusCode"));
                        writer.Instant("last_updated_time", entity.Instant("lastUpdatedTime"));
                    });
                });
            }
        }
    }

    private static async IAsyncEnumerable<AwsValue[]> BatchesAsync(CollectorRun run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var since = (run.Window.EndInstant - Recently).ToUnixTimeSeconds();
        JsonObject[] filters =
        [
            new() { ["eventStatusCodes"] = new JsonArray("open", "upcoming") },
            new() { ["eventStatusCodes"] = new JsonArray("closed"), ["lastUpdatedTimes"] = new JsonArray(new JsonObject { ["from"] = since }) },
        ];
        foreach (var filter in filters)
        {
            // Batches of a page, not of the list: when a later page fails, nothing waits for it.
            await foreach (var page in run.PagesAsync(DescribeEvents, new JsonObject { ["filter"] = filter }, cancellationToken))
            {
                foreach (var batch in page.List("events").Chunk(EventsPerCall))
                {
                    yield return batch;
                }
            }
        }
    }

    private static async Task<IReadOnlyList<(AwsValue Event, string? Description, IReadOnlyList<AwsValue> Entities)>> DescribeAsync(
        CollectorRun run, AwsValue[] events, CancellationToken cancellationToken)
    {
        var calledDetails = run.TryCallAsync(DescribeEventDetails, new JsonObject { ["eventArns"] = Arns(events) }, [], cancellationToken);
        var (entities, _) = await run.TryListAsync(
            DescribeAffectedEntities, "entities", new JsonObject { ["filter"] = new JsonObject { ["eventArns"] = Arns(events) } }, [], cancellationToken);
        var details = (await calledDetails).GetValueOrDefault();
        foreach (var failed in details.List("failedSet"))
        {
            run.Incomplete(CoverageStatus.Failed, $"{DescribeEventDetails} {failed.Text("errorName")}");
        }

        var descriptions = details.List("successfulSet").ToLookup(detail => detail.Text("event.arn"), detail => detail.Text("eventDescription.latestDescription"));
        var affected = entities.ToLookup(entity => entity.Text("eventArn"));
        return [.. events.Select(item => (item, descriptions[item.Text("arn")].FirstOrDefault(), (IReadOnlyList<AwsValue>)[.. affected[item.Text("arn")]]))];
    }

    private static JsonArray Arns(AwsValue[] events) => new([.. events.Select(item => (JsonNode?)item.Text("arn"))]);
}
