using System.Text.Json;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using AWS.Lambda.Powertools.Logging;
using OrgLens.Audit.Trail;
using OrgLens.Functions.Receiver;

namespace OrgLens.Functions.Audit;

/// <summary>Sends the records that the audit wants from trail files to its queues.</summary>
/// <param name="messages">Deals with one notification.</param>
public sealed class FilterTrailFunction(TrailNotificationHandler messages)
{
    /// <summary>
    /// Takes a notification in any form. Of a queue's batch, messages that failed go back to the queue; any other event fails as a whole, and
    /// Lambda tries it again.
    /// </summary>
    // No [SQSEvent]: a handler with it takes nothing but queues' batches. The template names the queue by hand.
    [LambdaFunction(ResourceName = "FilterTrail", Role = "@FilterTrailRole", MemorySize = 1024, Timeout = 300)]
    [Logging(ClearState = true)]
    public async Task<SQSBatchResponse> FilterTrail(JsonElement notification, ILambdaContext context)
    {
        using var deadline = Deadline.Before(context);
        if (!IsBatch(notification))
        {
            await messages.FilterAsync(TrailNotification.Read(notification), deadline.Token);
            return new SQSBatchResponse([]);
        }

        var batch = notification.Deserialize(NotificationJson.Default.SQSEvent)!;
        return await SqsBatches.ProcessAsync(batch, messages, atOnce: false, deadline.Token);
    }

    private static bool IsBatch(JsonElement notification) => notification.Items("Records").Any(record => record.Text("eventSource") == "aws:sqs");
}
