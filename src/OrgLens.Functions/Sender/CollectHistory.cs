using Amazon.Lambda.Core;
using OrgLens.Sender;

namespace OrgLens.Functions.Sender;

/// <summary>Sends a document for each of many past days: as many as the invocation has time for, the others in the next one.</summary>
/// <param name="days">Sends one day's.</param>
/// <param name="successor">Goes on with the days that are left.</param>
/// <param name="clock">Says what today is.</param>
public sealed class CollectHistory(CollectDay days, CollectSuccessor successor, TimeProvider clock)
{
    // A past day takes seconds, today as long as any run: below this, a day begins better in an invocation of its own.
    private static readonly TimeSpan TimeForDay = TimeSpan.FromMinutes(4);

    /// <summary>Sends them, oldest first.</summary>
    /// <returns>The last document that this invocation sent.</returns>
    public async Task<SentSnapshot> SendAsync(SendRequest request, ILambdaContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var all = SendHistory.DaysOf(request, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var sent = await days.SendAsync(SendHistory.Of(request, all[0]), context, cancellationToken);
        foreach (var day in all.Skip(1))
        {
            if (context.RemainingTime < TimeForDay)
            {
                await successor.GoOnAsync(request, day, context.FunctionName, cancellationToken);
                return sent;
            }

            sent = await days.SendAsync(SendHistory.Of(request, day), context, cancellationToken);
        }

        return sent;
    }
}
