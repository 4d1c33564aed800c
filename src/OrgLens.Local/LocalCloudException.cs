namespace OrgLens.Local;

/// <summary>Something of the local cloud could not be started; the message says what, and what to do about it.</summary>
public sealed class LocalCloudException : Exception
{
    /// <summary>Creates an exception without a message of its own.</summary>
    public LocalCloudException()
    {
    }

    /// <summary>Creates an exception that says what failed.</summary>
    public LocalCloudException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception that says what failed, and why.</summary>
    public LocalCloudException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
