namespace OrgLens.Database;

/// <summary>State of one migration in a database.</summary>
public enum MigrationState
{
    /// <summary>The database has it as it is here.</summary>
    Applied,

    /// <summary>The database lacks it.</summary>
    Pending,

    /// <summary>The database has another version of it.</summary>
    Changed,
}
