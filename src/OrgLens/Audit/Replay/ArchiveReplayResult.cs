namespace OrgLens.Audit.Replay;

/// <summary>How a replay ended.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Archive">The archive that it was made from.</param>
/// <param name="State">What EventBridge says of it: <c>COMPLETED</c>, <c>CANCELLED</c> or <c>FAILED</c>.</param>
/// <param name="Reason">Why, where EventBridge gives a reason.</param>
public sealed record ArchiveReplayResult(string Name, string Archive, string State, string? Reason)
{
    /// <summary>Whether all events of the window were sent.</summary>
    public bool IsComplete => State == "COMPLETED";
}
