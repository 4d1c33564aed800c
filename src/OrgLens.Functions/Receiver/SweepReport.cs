namespace OrgLens.Functions.Receiver;

/// <summary>What a sweep did.</summary>
/// <param name="Queued">Documents put into the queue.</param>
public sealed record SweepReport(int Queued);
