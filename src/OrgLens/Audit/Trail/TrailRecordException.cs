namespace OrgLens.Audit.Trail;

/// <summary>A record that can't be used: it is no CloudTrail record, or a member that it needs is missing or of another form.</summary>
public sealed class TrailRecordException : Exception
{
    /// <summary>An exception without a message.</summary>
    public TrailRecordException()
    {
    }

    /// <summary>An exception with its message: the member and what is wrong with it, never its value.</summary>
    public TrailRecordException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with its message and cause.</summary>
    public TrailRecordException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
