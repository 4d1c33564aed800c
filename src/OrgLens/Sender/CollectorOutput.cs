namespace OrgLens.Sender;

/// <summary>What a collector enumerates.</summary>
/// <param name="Name">Its name in the coverage.</param>
/// <param name="Section">Path of the list or object in the document that its rows go to (<see cref="SnapshotSections"/>).</param>
public sealed record CollectorOutput(string Name, string Section);
