using AWS.Lambda.Powertools.Idempotency.Exceptions;
using AWS.Lambda.Powertools.Idempotency.Persistence;

namespace AWS.Lambda.Powertools.Idempotency.Internal;

/// <summary>Claims the key, runs the method, keeps its result; or returns the result that is already there.</summary>
internal sealed class IdempotentFlow<T>
{
    private const int MaxAttempts = 3;
    private readonly Idempotency idempotency = Idempotency.Instance;
    private readonly IdempotentCall call;
    private readonly Func<Task<T>> target;
    private readonly string key;

    public IdempotentFlow(IdempotentCall call, Func<Task<T>> target)
    {
        this.call = call;
        this.target = target;
        key = IdempotencyKeys.For(idempotency.Json.ToElement(call.Payload), call.KeyPrefix, call.MethodName, idempotency.IdempotencyOptions);
    }

    private BasePersistenceStore Store => idempotency.PersistenceStore;

    public async Task<T> RunAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync();
            }
            catch (IdempotencyInconsistentStateException) when (attempt < MaxAttempts)
            {
                // The record expired or vanished between the refused put and the look at it: the next put may succeed.
            }
        }
    }

    private async Task<T> TryAsync()
    {
        try
        {
            await ClaimAsync();
        }
        catch (IdempotencyItemAlreadyExistsException e)
        {
            return Replay(e.Record ?? await LookAsync());
        }
        catch (Exception e)
        {
            throw new IdempotencyPersistenceLayerException("Failed to save in progress record to idempotency store.", e);
        }

        return await RunAndKeepAsync();
    }

    private Task ClaimAsync()
    {
        var now = DateTimeOffset.UtcNow;
        long? inProgressUntil = call.Context is null ? null : now.Add(call.Context.RemainingTime).ToUnixTimeMilliseconds();
        return Store.PutRecord(new DataRecord(key, DataRecord.DataRecordStatus.INPROGRESS, Expiry(now), null, "", inProgressUntil), now);
    }

    private async Task<DataRecord> LookAsync()
    {
        try
        {
            return await Store.GetRecord(key);
        }
        catch (IdempotencyItemNotFoundException e)
        {
            throw new IdempotencyInconsistentStateException("saveInProgress and getRecord return inconsistent results", e);
        }
        catch (Exception e)
        {
            throw new IdempotencyPersistenceLayerException("Failed to get record from idempotency store.", e);
        }
    }

    private T Replay(DataRecord record)
    {
        var now = DateTimeOffset.UtcNow;
        if (record.IsExpired(now))
        {
            throw new IdempotencyInconsistentStateException("saveInProgress and getRecord return inconsistent results");
        }

        if (record.Status == DataRecord.DataRecordStatus.INPROGRESS)
        {
            throw record.InProgressExpiryTimestamp < now.ToUnixTimeMilliseconds()
                ? new IdempotencyInconsistentStateException("Item should have been expired in-progress because it already time-outed.")
                : new IdempotencyAlreadyInProgressException("Execution already in progress with idempotency key: " + record.IdempotencyKey);
        }

        try
        {
            return idempotency.Json.FromText<T>(record.ResponseData) is { } result
                ? result
                : throw new IdempotencyPersistenceLayerException("Unable to cast function response as " + typeof(T).Name);
        }
        catch (Exception e)
        {
            throw new IdempotencyPersistenceLayerException("Unable to get function response as " + typeof(T).Name, e);
        }
    }

    private async Task<T> RunAndKeepAsync()
    {
        T result;
        try
        {
            result = await target();
        }
        catch (Exception)
        {
            await ForgetAsync();
            throw;
        }

        try
        {
            await Store.UpdateRecord(
                new DataRecord(key, DataRecord.DataRecordStatus.COMPLETED, Expiry(DateTimeOffset.UtcNow), idempotency.Json.ToText(result), ""));
        }
        catch (Exception e)
        {
            throw new IdempotencyPersistenceLayerException("Failed to update record state to success in idempotency store.", e);
        }

        return result;
    }

    private async Task ForgetAsync()
    {
        try
        {
            await Store.DeleteRecord(key);
        }
        catch (Exception e)
        {
            throw new IdempotencyPersistenceLayerException("Failed to delete record from idempotency store.", e);
        }
    }

    private long Expiry(DateTimeOffset now) => now.AddSeconds(idempotency.IdempotencyOptions.ExpirationInSeconds).ToUnixTimeSeconds();
}
