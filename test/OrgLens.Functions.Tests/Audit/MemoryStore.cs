using System.Collections.Concurrent;
using AWS.Lambda.Powertools.Idempotency.Exceptions;
using AWS.Lambda.Powertools.Idempotency.Persistence;

namespace OrgLens.Functions.Tests.Audit;

/// <summary>An idempotency table in memory.</summary>
internal sealed class MemoryStore : BasePersistenceStore
{
    private readonly ConcurrentDictionary<string, DataRecord> _records = new();

    /// <summary>What the table holds: how many events are done, and how many under way.</summary>
    public (int Done, int UnderWay) Count =>
        (_records.Values.Count(record => record.Status == DataRecord.DataRecordStatus.COMPLETED),
        _records.Values.Count(record => record.Status == DataRecord.DataRecordStatus.INPROGRESS));

    public override Task<DataRecord> GetRecord(string idempotencyKey) =>
        Task.FromResult(_records.TryGetValue(idempotencyKey, out var record) ? record : throw new IdempotencyItemNotFoundException());

    public override Task PutRecord(DataRecord record, DateTimeOffset now) =>
        _records.TryAdd(record.IdempotencyKey, record) ? Task.CompletedTask : throw new IdempotencyItemAlreadyExistsException();

    public override Task UpdateRecord(DataRecord record)
    {
        _records[record.IdempotencyKey] = record;
        return Task.CompletedTask;
    }

    public override Task DeleteRecord(string idempotencyKey)
    {
        _records.TryRemove(idempotencyKey, out _);
        return Task.CompletedTask;
    }
}
