using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using AWS.Lambda.Powertools.Logging;
using OrgLens.Sender;

namespace OrgLens.Functions.Sender;

/// <summary>Collects a snapshot of the account that it runs in.</summary>
/// <param name="day">Collects and sends one document.</param>
/// <param name="history">Does so for past days.</param>
public sealed class CollectSnapshotFunction(CollectDay day, CollectHistory history)
{
    /// <summary>
    /// Collects and sends. The schedule's event asks for everything; a test event may name <c>regions</c>, <c>collectors</c>, <c>date</c> and
    /// <c>granularity</c>, or ask for the <c>history</c> from <c>start</c> to <c>end</c>. What the time limit cuts off is named in the document
    /// and continued by another invocation.
    /// </summary>
    [LambdaFunction(ResourceName = "CollectSnapshot", Role = "@CollectSnapshotRole", MemorySize = 1024, Timeout = 900)]
    [Logging(ClearState = true)]
    public async Task<SentSnapshot> CollectSnapshot(SendRequest request, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var deadline = Deadline.Before(context);
        return request.History ? await history.SendAsync(request, context, deadline.Token) : await day.SendAsync(request, context, deadline.Token);
    }
}
