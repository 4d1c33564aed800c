using OrgLens.Audit.Trail;

namespace OrgLens.Tests.Audit.Trail;

/// <summary>What a file was read to.</summary>
internal sealed record TrailReading(IReadOnlyList<TrailFinding> Findings, TrailOutcome Outcome, long Records, long Bytes)
{
    /// <summary>The wanted records by their ids.</summary>
    public IEnumerable<Guid> Ids => Findings.Where(finding => finding.Record is not null).Select(finding => finding.Record!.EventId);

    public IReadOnlyList<TrailFinding> Bad => [.. Findings.Where(finding => finding.Record is null)];
}
