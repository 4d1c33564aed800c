namespace OrgLens.Database;

/// <summary>What kept the database from answering, as far as it decides what to do next.</summary>
public enum DatabaseFault
{
    /// <summary>The statement or its data is wrong: trying again changes nothing.</summary>
    Permanent,

    /// <summary>A paused Serverless v2 cluster is waking up; it takes some seconds.</summary>
    Resuming,

    /// <summary>Too many calls for the account or the cluster.</summary>
    Throttled,

    /// <summary>Two transactions waited for each other (SQLSTATE 40P01).</summary>
    Deadlock,

    /// <summary>A concurrent transaction got in between (SQLSTATE 40001).</summary>
    SerializationFailure,

    /// <summary>The statement took longer than the Data API's 45 seconds.</summary>
    StatementTimeout,

    /// <summary>The transaction no longer exists: it was idle for 3 minutes or its server went away.</summary>
    TransactionLost,

    /// <summary>The service or the way to it failed; whether the call took effect is unknown.</summary>
    Unavailable,
}
