namespace AWS.Lambda.Powertools.Idempotency.Persistence;

public interface IPersistenceStore
{
    Task<DataRecord> GetRecord(string idempotencyKey);

    Task PutRecord(DataRecord record, DateTimeOffset now);

    Task UpdateRecord(DataRecord record);

    Task DeleteRecord(string idempotencyKey);
}
