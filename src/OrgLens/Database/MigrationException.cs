namespace OrgLens.Database;

/// <summary>A migration that cannot go on; the message says which file, where, and what to do.</summary>
public sealed class MigrationException : Exception
{
    /// <summary>An exception without a message.</summary>
    public MigrationException()
    {
    }

    /// <summary>An exception with its message.</summary>
    public MigrationException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with its message and cause.</summary>
    public MigrationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
