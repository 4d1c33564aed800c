namespace OrgLens.Publishing;

/// <summary>Views could not be published. What was published before can be read as before.</summary>
public sealed class PublishingException : Exception
{
    /// <summary>An exception without a message.</summary>
    public PublishingException()
    {
    }

    /// <summary>An exception that says which view or column, and what is wrong.</summary>
    public PublishingException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with its cause.</summary>
    public PublishingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
