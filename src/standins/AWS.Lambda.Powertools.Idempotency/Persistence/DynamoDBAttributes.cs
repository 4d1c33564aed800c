namespace AWS.Lambda.Powertools.Idempotency.Persistence;

/// <summary>The table and the names of its attributes; the defaults are the published layout.</summary>
internal sealed record DynamoDBAttributes
{
    public string Table { get; init; }

    public string Key { get; init; } = "id";

    public string StaticPartition { get; init; }

    public string SortKey { get; init; }

    public string Expiry { get; init; } = "expiration";

    public string InProgressExpiry { get; init; } = "in_progress_expiration";

    public string Status { get; init; } = "status";

    public string Data { get; init; } = "data";

    public string Validation { get; init; } = "validation";
}
