using Amazon.Lambda.Core;
using OrgLens.Sender;

namespace OrgLens.Functions.Sender;

/// <summary>Collects and sends one document in the time that its invocation has left.</summary>
/// <param name="sender">Collects and sends.</param>
/// <param name="successor">Continues what the time limit cuts off.</param>
public sealed class CollectDay(SnapshotSender sender, CollectSuccessor successor)
{
    // Composing and sending the document: seconds, or half a minute for the largest.
    private static readonly TimeSpan TimeToSend = TimeSpan.FromSeconds(90);

    /// <summary>Collects, sends, and sees to what is left.</summary>
    public async Task<SentSnapshot> SendAsync(SendRequest request, ILambdaContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var left = context.RemainingTime - TimeToSend;
        var options = CollectVariables.Read(Environment.GetEnvironmentVariable) with { Deadline = left > TimeSpan.Zero ? left : TimeSpan.Zero };
        var sent = await sender.SendAsync(request, options, progress: null, cancellationToken);
        await successor.ContinueAsync(request, sent, context.FunctionName, cancellationToken);
        return sent;
    }
}
