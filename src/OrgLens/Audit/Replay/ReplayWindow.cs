namespace OrgLens.Audit.Replay;

/// <summary>The time whose events come again.</summary>
/// <param name="From">Its beginning.</param>
/// <param name="To">Its end, which is not part of it.</param>
public sealed record ReplayWindow(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>How much of it lies before an instant, from 0 to 1.</summary>
    public double ShareBefore(DateTimeOffset instant) => Math.Clamp((instant - From) / (To - From), 0, 1);
}
