using AWS.Lambda.Powertools.Idempotency;
using OrgLens.Receiver;

namespace OrgLens.Functions.Receiver;

/// <summary>Receives an object once: a second delivery of the same version is answered from the idempotency table.</summary>
/// <param name="receiver">Deals with the object. Its ledger is what guarantees "once"; the table only saves the work.</param>
public class SnapshotIngest(SnapshotReceiver receiver)
{
    /// <summary>Receives an object.</summary>
    /// <returns>How it ended, by name: what is kept in the table.</returns>
    // The prefix keeps this method's records apart from any other's whatever Powertools version runs.
    [Idempotent(KeyPrefix = "IngestSnapshots")]
    public virtual async Task<string> IngestAsync([IdempotencyKey] SnapshotObject source, CancellationToken cancellationToken) =>
        (await receiver.ReceiveAsync(source, cancellationToken)).Outcome.ToString();
}
