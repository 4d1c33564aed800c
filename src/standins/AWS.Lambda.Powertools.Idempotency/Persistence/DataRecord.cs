namespace AWS.Lambda.Powertools.Idempotency.Persistence;

public class DataRecord
{
    private readonly DataRecordStatus status;

    public DataRecord(
        string idempotencyKey, DataRecordStatus status, long expiryTimestamp, string responseData, string payloadHash, long? inProgressExpiryTimestamp = null)
    {
        IdempotencyKey = idempotencyKey;
        this.status = status;
        ExpiryTimestamp = expiryTimestamp;
        ResponseData = responseData;
        PayloadHash = payloadHash;
        InProgressExpiryTimestamp = inProgressExpiryTimestamp;
    }

    public enum DataRecordStatus
    {
        INPROGRESS,
        COMPLETED,
        EXPIRED,
    }

    public string IdempotencyKey { get; }

    public long ExpiryTimestamp { get; }

    public long? InProgressExpiryTimestamp { get; }

    public string ResponseData { get; }

    public string PayloadHash { get; }

    public DataRecordStatus Status => IsExpired(DateTimeOffset.UtcNow) ? DataRecordStatus.EXPIRED : status;

    public bool IsExpired(DateTimeOffset now) => ExpiryTimestamp != 0 && now.ToUnixTimeSeconds() > ExpiryTimestamp;
}
