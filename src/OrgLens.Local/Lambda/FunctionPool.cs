namespace OrgLens.Local.Lambda;

/// <summary>The execution environments of one function: reused while there is work, closed when idle.</summary>
internal sealed class FunctionPool : IAsyncDisposable
{
    private readonly LambdaHostOptions _options;
    private readonly LogFile _log;
    private readonly SemaphoreSlim _slots;
    private readonly Stack<ExecutionEnvironment> _idle = new();
    private readonly HashSet<ExecutionEnvironment> _busy = [];
    private readonly Lock _gate = new();
    private readonly ITimer _sweep;
    private bool _isClosed;

    public FunctionPool(FunctionDefinition function, LambdaHostOptions options)
    {
        Function = function;
        _options = options;
        _log = new LogFile(Path.Combine(options.LogFolder, $"{function.Name}.log"));
        _slots = new SemaphoreSlim(options.MaximumEnvironments);
        _sweep = options.Time.CreateTimer(_ => _ = CloseIdleAsync(), null, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5));
    }

    public FunctionDefinition Function { get; }

    public async Task<InvocationResult> InvokeAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken);
        try
        {
            var environment = TakeIdle() ?? await StartAsync();
            try
            {
                // Once begun, an invocation is seen through: the caller's leaving does not stop a function.
                return await environment.InvokeAsync(payload);
            }
            finally
            {
                await GiveBackAsync(environment);
            }
        }
        finally
        {
            _slots.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _sweep.DisposeAsync();
        List<ExecutionEnvironment> all;
        lock (_gate)
        {
            _isClosed = true;
            all = [.. _idle, .. _busy];
            _idle.Clear();
        }

        await Task.WhenAll(all.Select(environment => environment.DisposeAsync().AsTask()));
    }

    private async Task<ExecutionEnvironment> StartAsync()
    {
        var environment = await ExecutionEnvironment.StartAsync(Function, _options, WriteLog);
        lock (_gate)
        {
            if (!_isClosed)
            {
                _busy.Add(environment);
                return environment;
            }
        }

        await environment.DisposeAsync();
        throw new OperationCanceledException("The Lambda host is closed.");
    }

    private ExecutionEnvironment? TakeIdle()
    {
        lock (_gate)
        {
            while (_idle.TryPop(out var environment))
            {
                _busy.Add(environment);
                if (environment.IsUsable)
                {
                    return environment;
                }

                // It ended while nobody looked.
                _busy.Remove(environment);
                _ = environment.DisposeAsync().AsTask();
            }

            return null;
        }
    }

    private ValueTask GiveBackAsync(ExecutionEnvironment environment)
    {
        lock (_gate)
        {
            _busy.Remove(environment);
            if (environment.IsUsable && !_isClosed)
            {
                _idle.Push(environment);
                return ValueTask.CompletedTask;
            }
        }

        return environment.DisposeAsync();
    }

    private async Task CloseIdleAsync()
    {
        List<ExecutionEnvironment> expired;
        lock (_gate)
        {
            var limit = _options.Time.GetUtcNow() - _options.IdleTime;
            expired = [.. _idle.Where(environment => environment.IdleSince < limit)];
            var kept = _idle.Where(environment => environment.IdleSince >= limit).Reverse().ToList();
            _idle.Clear();
            kept.ForEach(_idle.Push);
        }

        foreach (var environment in expired)
        {
            await environment.DisposeAsync();
        }
    }

    private void WriteLog(string line)
    {
        _log.Write(line);
        _options.OnLog?.Invoke(Function.Name, line);
    }
}
