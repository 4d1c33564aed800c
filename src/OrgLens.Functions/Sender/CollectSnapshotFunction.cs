using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using AWS.Lambda.Powertools.Logging;
using OrgLens.Sender;

namespace OrgLens.Functions.Sender;

/// <summary>Collects a snapshot of the account that it runs in.</summary>
/// <param name="sender">Collects and sends.</param>
/// <param name="successor">Continues what the time limit cuts off.</param>
public sealed class CollectSnapshotFunction(SnapshotSender sender, CollectSuccessor successor)
{
    // Composing and sending the document: seconds, or half a minute for the largest.
    private static readonly TimeSpan TimeToSend = TimeSpan.FromSeconds(90);

    /// <summary>
    /// Collects and sends. The schedule's event asks for everything; a test event may name <c>regions</c>, <c>collectors</c>, <c>date</c> and
    /// <c>granularity</c>. What the time limit cuts off is named in the document and continued by another invocation.
    /// </summary>
    [LambdaFunction(ResourceName = "CollectSnapshot", Role = "@CollectSnapshotRole", MemorySize = 1024, Timeout = 900)]
    [Logging(ClearState = true)]
    public async Task<SentSnapshot> CollectSnapshot(SendRequest request, ILambdaContext context)
    {
        using var deadline = Deadline.Before(context);
        var left = context.RemainingTime - TimeToSend;
        var options = CollectVariables.Read(Environment.GetEnvironmentVariable) with { Deadline = left > TimeSpan.Zero ? left : TimeSpan.Zero };
        var sent = await sender.SendAsync(request, options, progress: null, deadline.Token);
        await successor.ContinueAsync(request, sent, context.FunctionName, deadline.Token);
        return sent;
    }
}
