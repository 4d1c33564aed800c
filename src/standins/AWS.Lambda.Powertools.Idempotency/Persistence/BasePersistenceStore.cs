namespace AWS.Lambda.Powertools.Idempotency.Persistence;

public abstract class BasePersistenceStore : IPersistenceStore
{
    public abstract Task<DataRecord> GetRecord(string idempotencyKey);

    public abstract Task PutRecord(DataRecord record, DateTimeOffset now);

    public abstract Task UpdateRecord(DataRecord record);

    public abstract Task DeleteRecord(string idempotencyKey);
}
