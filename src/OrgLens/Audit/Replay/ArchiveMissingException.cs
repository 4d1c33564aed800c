namespace OrgLens.Audit.Replay;

/// <summary>A bus has no archive that events could come from.</summary>
public sealed class ArchiveMissingException : Exception
{
    /// <summary>An exception without a message.</summary>
    public ArchiveMissingException()
    {
    }

    /// <summary>An exception with its message, which names the bus.</summary>
    public ArchiveMissingException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with its message and cause.</summary>
    public ArchiveMissingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
