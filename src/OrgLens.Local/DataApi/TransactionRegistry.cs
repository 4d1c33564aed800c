using System.Collections.Concurrent;
using System.Security.Cryptography;
using Npgsql;

namespace OrgLens.Local.DataApi;

/// <summary>All open transactions by their ids. Those that nobody uses any more are rolled back.</summary>
internal sealed class TransactionRegistry : IAsyncDisposable
{
    private const int IdBytes = 120;
    private readonly ConcurrentDictionary<string, DataApiTransaction> _open = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _ended = new(StringComparer.Ordinal);
    private readonly DataApiLimits _limits;
    private readonly TimeProvider _time;
    private readonly ITimer _sweep;

    public TransactionRegistry(DataApiLimits limits, TimeProvider time)
    {
        _limits = limits;
        _time = time;
        _sweep = time.CreateTimer(_ => _ = SweepAsync(), null, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5));
    }

    public int Count => _open.Count;

    public string Add(NpgsqlConnection connection, string resourceArn)
    {
        var id = Convert.ToBase64String(RandomNumberGenerator.GetBytes(IdBytes));
        _open[id] = new DataApiTransaction(id, connection, resourceArn, _time.GetUtcNow());
        return id;
    }

    /// <summary>Takes a transaction for the length of one call: <see cref="DataApiTransaction.Leave"/> or <see cref="EndAsync"/> afterwards.</summary>
    public async Task<DataApiTransaction> EnterAsync(string id, string resourceArn)
    {
        if (!_open.TryGetValue(id, out var transaction) || transaction.ResourceArn != resourceArn)
        {
            throw NotFound(id);
        }

        if (!transaction.TryEnter())
        {
            throw DataApiException.TransactionBusy();
        }

        var now = _time.GetUtcNow();
        if (transaction.IsExpired(now, _limits))
        {
            await EndAsync(transaction, "Transaction may be expired.");
        }

        // It may have ended between finding and entering it.
        if (!_open.ContainsKey(id))
        {
            throw NotFound(id);
        }

        transaction.LastUsed = now;
        return transaction;
    }

    /// <summary>Forgets a transaction and gives its connection back.</summary>
    public async Task EndAsync(DataApiTransaction transaction, string cause)
    {
        if (_open.TryRemove(transaction.Id, out _))
        {
            _ended[transaction.Id] = cause;
            await transaction.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _sweep.DisposeAsync();
        foreach (var transaction in _open.Values)
        {
            await EndAsync(transaction, "The service has stopped.");
        }
    }

    private async Task SweepAsync()
    {
        var now = _time.GetUtcNow();
        foreach (var transaction in _open.Values.Where(t => t.IsExpired(now, _limits)))
        {
            if (transaction.TryEnter())
            {
                await EndAsync(transaction, "Transaction may be expired.");
            }
        }
    }

    private DataApiException NotFound(string id) =>
        DataApiException.TransactionNotFound(id, _ended.GetValueOrDefault(id, "Transaction may be expired."));
}
