using AWS.Lambda.Powertools.Idempotency;
using OrgLens.Audit.Trail;

namespace OrgLens.Functions.Audit;

/// <summary>Applies an event once: a second delivery is answered from the idempotency table.</summary>
/// <remarks>The consumers' own keys are what guarantees "once"; the table only saves the work.</remarks>
public class TrailOnce
{
    /// <summary>Brings a record to its batch and waits until the batch has been applied.</summary>
    /// <param name="key">Consumer and event id.</param>
    /// <param name="place">The message's place in the batch.</param>
    /// <param name="record">The record.</param>
    /// <returns>What is kept in the table.</returns>
    [Idempotent(KeyPrefix = "Trail")]
    public virtual async Task<string> ApplyAsync([IdempotencyKey] string key, TrailPlace place, TrailRecord record)
    {
        ArgumentNullException.ThrowIfNull(place);
        await place.BringAsync(record);
        return "Applied";
    }
}
