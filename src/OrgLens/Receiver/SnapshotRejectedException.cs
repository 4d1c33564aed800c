namespace OrgLens.Receiver;

/// <summary>A document that cannot be loaded however often it is tried.</summary>
public sealed class SnapshotRejectedException : Exception
{
    /// <summary>An exception without a reason.</summary>
    public SnapshotRejectedException()
        : this(RejectionReasons.NotJson, "no detail")
    {
    }

    /// <summary>An exception with a message only.</summary>
    public SnapshotRejectedException(string message)
        : this(RejectionReasons.NotJson, message)
    {
    }

    /// <summary>An exception with a message and a cause.</summary>
    public SnapshotRejectedException(string message, Exception innerException)
        : base(message, innerException)
    {
        Reason = RejectionReasons.NotJson;
        Detail = message;
    }

    /// <summary>An exception with its reason.</summary>
    /// <param name="reason">One of <see cref="RejectionReasons"/>.</param>
    /// <param name="detail">Where and what, without any of the document's content.</param>
    public SnapshotRejectedException(string reason, string detail)
        : base($"{reason}: {detail}")
    {
        Reason = reason;
        Detail = detail;
    }

    /// <summary>One of <see cref="RejectionReasons"/>.</summary>
    public string Reason { get; }

    /// <summary>Where and what, without any of the document's content.</summary>
    public string Detail { get; }
}
