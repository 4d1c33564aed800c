using Npgsql;

namespace OrgLens.Local.DataApi;

/// <summary>An open transaction with the connection it lives on. One call at a time may use it.</summary>
internal sealed class DataApiTransaction(string id, NpgsqlConnection connection, string resourceArn, DateTimeOffset begun) : IAsyncDisposable
{
    private int _busy;

    public string Id { get; } = id;

    public NpgsqlConnection Connection { get; } = connection;

    public string ResourceArn { get; } = resourceArn;

    public DateTimeOffset Begun { get; } = begun;

    public DateTimeOffset LastUsed { get; set; } = begun;

    public bool TryEnter() => Interlocked.Exchange(ref _busy, 1) == 0;

    public void Leave() => Volatile.Write(ref _busy, 0);

    public bool IsExpired(DateTimeOffset now, DataApiLimits limits) =>
        now - LastUsed > limits.TransactionIdleTime || now - Begun > limits.TransactionLifetime;

    /// <summary>Gives the connection back; whatever was not committed is rolled back.</summary>
    public ValueTask DisposeAsync() => Connection.DisposeAsync();
}
