namespace OrgLens.Local.Simulation;

/// <summary>A file of the organization's trail: what was done in an account's Region on a day.</summary>
/// <param name="Account">The account.</param>
/// <param name="Region">The Region.</param>
/// <param name="Date">The day.</param>
/// <param name="Key">The object's key, <c>AWSLogs/{organization}/{account}/CloudTrail/{region}/{yyyy}/{MM}/{dd}/….json.gz</c>.</param>
public sealed record SimulatedTrailFile(SimulatedAccount Account, string Region, DateOnly Date, string Key);
