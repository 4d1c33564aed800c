namespace OrgLens.Audit.Trail;

/// <summary>A message that should announce trail files and does not.</summary>
public sealed class TrailNotificationException : Exception
{
    /// <summary>An exception without a message.</summary>
    public TrailNotificationException()
    {
    }

    /// <summary>An exception with its message, which quotes nothing.</summary>
    public TrailNotificationException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with its message and cause.</summary>
    public TrailNotificationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
