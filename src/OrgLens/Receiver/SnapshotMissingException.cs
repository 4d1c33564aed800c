namespace OrgLens.Receiver;

/// <summary>An object that an event names is not in the bucket, and the ledger does not know it either.</summary>
public sealed class SnapshotMissingException : Exception
{
    /// <summary>An exception without a message.</summary>
    public SnapshotMissingException()
    {
    }

    /// <summary>An exception with its message.</summary>
    public SnapshotMissingException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with its message and cause.</summary>
    public SnapshotMissingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
