namespace OrgLens.Sender;

/// <summary>How one collector ended in one Region.</summary>
/// <param name="Collector">The collector's name in the coverage: <c>security.kms</c>, <c>ec2.instance</c>.</param>
/// <param name="Region">Region, or <c>Global</c>.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Items">Rows in the document.</param>
/// <param name="Calls">Calls it made; of a collector with several names, the first one counts them.</param>
/// <param name="PaidCalls">Paid requests among them.</param>
/// <param name="Duration">From its start to its end.</param>
/// <param name="Error">Operation and error code, or a word of ours; null: none. Never what a service wrote.</param>
/// <param name="OnlyChanges">The list held only what changed, so that nothing is concluded from absence.</param>
public sealed record CoverageEntry(
    string Collector, string Region, CoverageStatus Status, long Items, int Calls, int PaidCalls, TimeSpan Duration, string? Error, bool OnlyChanges)
{
    /// <summary>The <c>Region</c> of what belongs to the account as a whole.</summary>
    public const string Global = "Global";
}
