namespace OrgLens.Local;

/// <summary>How much work there is.</summary>
/// <param name="Waiting">Snapshots announced and not begun.</param>
/// <param name="InFlight">Snapshots being worked on, or waiting to be tried again.</param>
/// <param name="Dead">Announcements that were given up.</param>
public sealed record QueueDepth(int Waiting, int InFlight, int Dead);
