namespace OrgLens.Local.DataApi;

/// <summary>What the service documents as its limits.</summary>
public sealed record DataApiLimits
{
    /// <summary>The largest request, headers included.</summary>
    public int RequestBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>The largest result.</summary>
    public int ResultBytes { get; init; } = 1024 * 1024;

    /// <summary>The largest result as JSON text (<c>formatRecordsAs</c>).</summary>
    public int FormattedResultBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>The largest row of a result.</summary>
    public int RowBytes { get; init; } = 64 * 1024;

    /// <summary>The longest statement, in characters.</summary>
    public int SqlCharacters { get; init; } = 65536;

    /// <summary>The longest ARN, database name and so on, in characters.</summary>
    public int NameCharacters { get; init; } = 100;

    /// <summary>The longest transaction id, in characters.</summary>
    public int TransactionIdCharacters { get; init; } = 192;

    /// <summary>How long a statement may run.</summary>
    public TimeSpan StatementTimeout { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>How long a transaction lives without a call.</summary>
    public TimeSpan TransactionIdleTime { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>How long a transaction lives in all.</summary>
    public TimeSpan TransactionLifetime { get; init; } = TimeSpan.FromHours(24);
}
