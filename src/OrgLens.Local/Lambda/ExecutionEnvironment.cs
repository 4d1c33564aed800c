using System.Globalization;
using System.Threading.Channels;
using OrgLens.Local.Processes;

namespace OrgLens.Local.Lambda;

/// <summary>A process that runs one function, one event after the other.</summary>
internal sealed class ExecutionEnvironment : IAsyncDisposable
{
    private readonly FunctionDefinition _function;
    private readonly LambdaHostOptions _options;
    private readonly Action<string> _log;
    private readonly Channel<Invocation> _events = Channel.CreateBounded<Invocation>(1);
    private RuntimeApi? _api;
    private SupervisedProcess? _process;
    private Invocation? _current;
    private bool _isBroken;
    private int _isDisposed;

    private ExecutionEnvironment(FunctionDefinition function, LambdaHostOptions options, Action<string> log)
    {
        _function = function;
        _options = options;
        _log = log;
    }

    public string FunctionArn => $"arn:aws:lambda:{_options.Region}:{_options.AccountId}:function:{_function.Name}";

    /// <summary>When the current invocation has to be done.</summary>
    public DateTimeOffset Deadline { get; private set; }

    /// <summary>Whether it can take another event.</summary>
    public bool IsUsable => !_isBroken && _process?.IsRunning == true;

    /// <summary>When it last finished an invocation.</summary>
    public DateTimeOffset IdleSince { get; private set; }

    public static async Task<ExecutionEnvironment> StartAsync(FunctionDefinition function, LambdaHostOptions options, Action<string> log)
    {
        var environment = new ExecutionEnvironment(function, options, log);
        environment._api = await RuntimeApi.StartAsync(environment);
        environment._process = SupervisedProcess.Start(new ChildCommand(options.Command)
        {
            StopSignal = "KILL",
            ReplacesEnvironment = true,
            Environment = FunctionEnvironment.For(function, options, environment._api.Address),
            OnOutput = environment.WriteLog,
        });
        return environment;
    }

    /// <summary>Hands an event to the function and waits for what becomes of it. Never throws for what the function does.</summary>
    public async Task<InvocationResult> InvokeAsync(ReadOnlyMemory<byte> payload)
    {
        var invocation = new Invocation(payload, _options.Time);
        _current = invocation;
        WriteLog($"START RequestId: {invocation.RequestId} Version: $LATEST");
        _events.Writer.TryWrite(invocation);

        await WaitAsync(invocation, invocation.Fetched.Task, _options.InitTimeout, () => invocation.Fail(
            "Sandbox.Timedout", $"RequestId: {invocation.RequestId} Error: The runtime did not start within {Seconds(_options.InitTimeout)} seconds"));
        await WaitAsync(invocation, invocation.Result, _function.Timeout, () => invocation.Fail(
            "Sandbox.Timedout", $"RequestId: {invocation.RequestId} Error: Task timed out after {Seconds(_function.Timeout)} seconds"));

        var result = await invocation.Result;
        WriteLog($"END RequestId: {invocation.RequestId}");
        WriteLog(string.Create(
            CultureInfo.InvariantCulture,
            $"REPORT RequestId: {invocation.RequestId}\tDuration: {result.Duration.TotalMilliseconds:F2} ms\tMemory Size: {_function.MemorySize} MB{(result.IsSuccess ? "" : "\tStatus: error")}"));
        _current = null;
        IdleSince = _options.Time.GetUtcNow();
        return result with { LogTail = invocation.LogTail };
    }

    /// <summary>The runtime asks for an event; it waits here between events.</summary>
    public async ValueTask<Invocation> NextAsync(CancellationToken cancellationToken)
    {
        var invocation = await _events.Reader.ReadAsync(cancellationToken);
        Deadline = _options.Time.GetUtcNow() + _function.Timeout;
        invocation.MarkFetched();
        return invocation;
    }

    /// <summary>The runtime could not start the function.</summary>
    public void FailInit(byte[] error)
    {
        _isBroken = true;
        _current?.Fail(error);
    }

    /// <summary>The runtime hands in a result; false if it is not for the current invocation.</summary>
    public bool Finish(string requestId, byte[] body, bool isError)
    {
        if (_current is not { } invocation || invocation.RequestId != requestId)
        {
            return false;
        }

        if (isError)
        {
            invocation.Fail(body);
        }
        else
        {
            invocation.Succeed(body);
        }

        return true;
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
        {
            return;
        }

        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        if (_api is not null)
        {
            await _api.DisposeAsync();
        }
    }

    /// <summary>Waits for a step; if it takes too long or the process ends before, the environment is done for.</summary>
    private async Task WaitAsync(Invocation invocation, Task step, TimeSpan limit, Action fail)
    {
        using var stop = new CancellationTokenSource();
        var time = Task.Delay(limit, _options.Time, stop.Token);
        await Task.WhenAny(step, invocation.Result, _process!.Completion, time);
        if (!step.IsCompleted && !invocation.Result.IsCompleted)
        {
            _isBroken = true;
            if (_process.IsRunning)
            {
                fail();
            }
            else
            {
                invocation.Fail(
                    "Runtime.ExitError",
                    $"RequestId: {invocation.RequestId} Error: Runtime exited with error: exit status {await _process.Completion}");
            }
        }

        await stop.CancelAsync();
    }

    private void WriteLog(string line)
    {
        _current?.AddLog(line);
        _log(line);
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("F2", CultureInfo.InvariantCulture);
}
