using OrgLens.Local.Moto;

namespace OrgLens.Local.Lambda;

/// <summary>Runs functions: on demand, and whenever their queues hold messages.</summary>
public sealed class LambdaHost : IAsyncDisposable
{
    private readonly Dictionary<string, FunctionPool> _functions;
    private readonly EmulatorClient _queues;
    private readonly CancellationTokenSource _stop = new();
    private readonly LambdaHostOptions _options;
    private readonly List<QueuePump> _pumps = [];
    private Task _pumping = Task.CompletedTask;

    private LambdaHost(LambdaHostOptions options)
    {
        _options = options;
        _functions = options.Functions.ToDictionary(function => function.Name, function => new FunctionPool(function, options), StringComparer.Ordinal);
        _queues = new EmulatorClient(options.SqsEndpoint, options.Region);
    }

    /// <summary>The names of the functions.</summary>
    public IReadOnlyCollection<string> Functions => _functions.Keys;

    /// <summary>The ARNs of the queues that feed them.</summary>
    public IReadOnlySet<string> Queues => _functions.Values.SelectMany(function => function.Function.Queues).Select(source => source.QueueArn).ToHashSet(StringComparer.Ordinal);

    /// <summary>Makes the functions ready to be invoked. Queues are not read before <see cref="StartQueuesAsync"/>.</summary>
    public static LambdaHost Create(LambdaHostOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!File.Exists(options.Command[0]))
        {
            throw new LocalCloudException($"The functions' program {options.Command[0]} does not exist: build it with `make build`.");
        }

        Directory.CreateDirectory(options.LogFolder);
        return new LambdaHost(options);
    }

    /// <summary>Starts to feed the functions from their queues.</summary>
    public async Task StartQueuesAsync(CancellationToken cancellationToken = default)
    {
        foreach (var function in _functions.Values)
        {
            foreach (var source in function.Function.Queues)
            {
                var queue = await SqsQueue.OpenAsync(_queues, source.QueueArn, cancellationToken);
                _pumps.Add(new QueuePump(source, function, queue, _options));
            }
        }

        _pumping = Task.WhenAll(_pumps.Select(pump => pump.RunAsync(_stop.Token)));
    }

    /// <summary>Whether there is a function of that name.</summary>
    public bool Has(string function) => _functions.ContainsKey(function);

    /// <summary>Invokes a function with an event and waits for its end.</summary>
    public Task<InvocationResult> InvokeAsync(string function, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken = default) =>
        _functions.TryGetValue(function, out var pool)
            ? pool.InvokeAsync(payload, cancellationToken)
            : throw new LocalCloudException($"There is no function {function}; there are {string.Join(", ", _functions.Keys)}.");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        // Functions that are still running are ended; otherwise a pump would wait for them.
        foreach (var function in _functions.Values)
        {
            await function.DisposeAsync();
        }

        await _pumping;
        _pumps.ForEach(pump => pump.Dispose());
        _queues.Dispose();
        _stop.Dispose();
    }
}
