namespace OrgLens.Audit.Trail;

/// <summary>Makes rows of records: one pure function from a record to rows, and one set-based call for all of them.</summary>
public interface ITrailConsumer
{
    /// <summary>Whether a record is one of those that this consumer wants; decided by service and operation alone.</summary>
    /// <param name="eventSource">The service, for example <c>ec2.amazonaws.com</c>.</param>
    /// <param name="eventName">The operation, with its API date where the service writes one.</param>
    static abstract bool Wants(string eventSource, string eventName);

    /// <summary>
    /// Commits the records; a repeated or late one changes nothing. Records that can't be used are named, all others are committed.
    /// </summary>
    Task<IReadOnlyList<TrailFailure>> ApplyAsync(IReadOnlyList<TrailRecord> records, CancellationToken cancellationToken);
}
