using System.Collections.Concurrent;

namespace OrgLens.Sender;

/// <summary>Bounds the calls in flight: to one service in one Region, and in all.</summary>
internal sealed class CallGate(int all, int perService) : IDisposable
{
    private readonly SemaphoreSlim _all = new(all);
    private readonly ConcurrentDictionary<(string Service, string Region), SemaphoreSlim> _services = new();

    /// <summary>Makes a call when it is its turn.</summary>
    public async Task<T> PassAsync<T>(string service, string region, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        // The narrow gate first: who waits there must not hold a place that others could use.
        var narrow = _services.GetOrAdd((service, region), _ => new SemaphoreSlim(perService));
        await narrow.WaitAsync(cancellationToken);
        try
        {
            await _all.WaitAsync(cancellationToken);
            try
            {
                return await call();
            }
            finally
            {
                _all.Release();
            }
        }
        finally
        {
            narrow.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _all.Dispose();
        foreach (var service in _services.Values)
        {
            service.Dispose();
        }
    }
}
