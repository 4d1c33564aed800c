using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.Lambda.S3Events;
using AWS.Lambda.Powertools.Logging;
using OrgLens.Receiver;

namespace OrgLens.Functions.Receiver;

/// <summary>Loads the snapshots that a plain S3 event names, such as the console's test event "S3 Put".</summary>
/// <param name="receiver">Deals with one object.</param>
public sealed class IngestSnapshotFunction(SnapshotReceiver receiver)
{
    /// <summary>Loads each object and says what became of it. A failure is the invocation's failure.</summary>
    [LambdaFunction(ResourceName = "IngestSnapshot", Role = "@IngestSnapshotRole", MemorySize = 1024, Timeout = 300)]
    [Logging(ClearState = true)]
    public async Task<IReadOnlyList<LoadResult>> IngestSnapshot(S3Event notification, ILambdaContext context)
    {
        using var deadline = Deadline.Before(context);
        var results = new List<LoadResult>();
        foreach (var source in SnapshotMessageHandler.Objects(notification))
        {
            results.Add(await receiver.ReceiveAsync(source, deadline.Token));
        }

        return results;
    }
}
