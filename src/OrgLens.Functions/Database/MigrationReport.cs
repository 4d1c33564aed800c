namespace OrgLens.Functions.Database;

/// <summary>What a migration did.</summary>
/// <param name="Applied">Files and folders applied, in order; empty when the database was up to date.</param>
public sealed record MigrationReport(IReadOnlyList<string> Applied);
