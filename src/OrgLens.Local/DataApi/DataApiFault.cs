namespace OrgLens.Local.DataApi;

/// <summary>What can be made to go wrong with a call.</summary>
public enum DataApiFault
{
    /// <summary>The instance was paused and is waking up: nothing was executed.</summary>
    DatabaseResuming,

    /// <summary>Too many calls: nothing was executed.</summary>
    Throttling,

    /// <summary>The statement ran too long and was cancelled.</summary>
    StatementTimeout,

    /// <summary>HTTP 500: nothing was executed.</summary>
    InternalServerError,

    /// <summary>HTTP 503: nothing was executed.</summary>
    ServiceUnavailable,

    /// <summary>HTTP 504: nothing was executed.</summary>
    DatabaseUnavailable,

    /// <summary>PostgreSQL chose this one as the victim of a deadlock (40P01); its transaction has failed.</summary>
    Deadlock,

    /// <summary>PostgreSQL could not serialize access (40001); the transaction has failed.</summary>
    SerializationFailure,

    /// <summary>The transaction that the call names is gone.</summary>
    TransactionExpired,

    /// <summary>The connection breaks before anything was executed.</summary>
    ConnectionDroppedBefore,

    /// <summary>The connection breaks when everything was executed: the caller cannot know.</summary>
    ConnectionDroppedAfter,
}
