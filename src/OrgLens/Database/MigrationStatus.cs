namespace OrgLens.Database;

/// <summary>Where a database stands with one migration.</summary>
/// <param name="Name">Path below <c>sql</c>: a schema file, or the folder <c>load</c> or <c>views</c>.</param>
/// <param name="State">Applied, pending or changed since.</param>
/// <param name="AppliedAt">When it was applied, ISO 8601 in UTC; null while pending.</param>
public sealed record MigrationStatus(string Name, MigrationState State, string? AppliedAt);
