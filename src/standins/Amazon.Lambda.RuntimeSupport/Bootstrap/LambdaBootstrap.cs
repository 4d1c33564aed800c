using System.Runtime.InteropServices;
using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Asks the Runtime API for invocations, one at a time, and answers them.</summary>
public class LambdaBootstrap : IDisposable
{
    /// <summary>The service holds the call for the next invocation open as long as there is none.</summary>
    private static readonly TimeSpan _longPoll = TimeSpan.FromHours(12);

    private readonly HttpClient _httpClient;
    private readonly bool _ownsHttpClient;
    private readonly LambdaBootstrapHandler _handler;
    private readonly LambdaBootstrapInitializer _initializer;
    private readonly ILambdaSerializer _serializer;
    private readonly LambdaEnvironment _environment;
    private readonly InvocationLog _log;
    private readonly RuntimeApiClient _client;

    public LambdaBootstrap(LambdaBootstrapHandler handler, LambdaBootstrapInitializer initializer = null)
        : this(null, handler, null, null, initializer)
    {
    }

    public LambdaBootstrap(LambdaBootstrapHandler handler, LambdaBootstrapOptions lambdaBootstrapOptions, LambdaBootstrapInitializer initializer = null)
        : this(null, handler, null, lambdaBootstrapOptions, initializer)
    {
    }

    public LambdaBootstrap(HttpClient httpClient, LambdaBootstrapHandler handler, LambdaBootstrapInitializer initializer = null)
        : this(httpClient, handler, null, null, initializer)
    {
    }

    public LambdaBootstrap(
        HttpClient httpClient, LambdaBootstrapHandler handler, LambdaBootstrapOptions lambdaBootstrapOptions, LambdaBootstrapInitializer initializer = null)
        : this(httpClient, handler, null, lambdaBootstrapOptions, initializer)
    {
    }

    public LambdaBootstrap(HandlerWrapper handlerWrapper, LambdaBootstrapInitializer initializer = null)
        : this(null, handlerWrapper.Handler, handlerWrapper.Serializer, null, initializer)
    {
    }

    public LambdaBootstrap(HandlerWrapper handlerWrapper, LambdaBootstrapOptions lambdaBootstrapOptions, LambdaBootstrapInitializer initializer = null)
        : this(null, handlerWrapper.Handler, handlerWrapper.Serializer, lambdaBootstrapOptions, initializer)
    {
    }

    public LambdaBootstrap(HttpClient httpClient, HandlerWrapper handlerWrapper, LambdaBootstrapInitializer initializer = null)
        : this(httpClient, handlerWrapper.Handler, handlerWrapper.Serializer, null, initializer)
    {
    }

    public LambdaBootstrap(
        HttpClient httpClient, HandlerWrapper handlerWrapper, LambdaBootstrapOptions lambdaBootstrapOptions, LambdaBootstrapInitializer initializer = null)
        : this(httpClient, handlerWrapper.Handler, handlerWrapper.Serializer, lambdaBootstrapOptions, initializer)
    {
    }

    internal LambdaBootstrap(
        HttpClient httpClient,
        LambdaBootstrapHandler handler,
        ILambdaSerializer serializer,
        LambdaBootstrapOptions options,
        LambdaBootstrapInitializer initializer,
        Func<string, string> variable = null,
        Func<LambdaEnvironment, InvocationLog> log = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        _httpClient = httpClient ?? ConstructHttpClient();
        _httpClient.Timeout = _longPoll;
        _ownsHttpClient = httpClient is null;
        _handler = handler;
        _serializer = serializer;
        _initializer = initializer;
        _environment = new LambdaEnvironment(variable ?? Environment.GetEnvironmentVariable, options);
        _log = (log ?? InvocationLog.Attach)(_environment);
        _client = new RuntimeApiClient(_httpClient, _environment, _log);
    }

    public static HttpClient ConstructHttpClient()
    {
        var runtime = new DirectoryInfo(RuntimeEnvironment.GetRuntimeDirectory()).Name;
        var version = typeof(LambdaBootstrap).Assembly.GetName().Version;
        var client = new HttpClient(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 });
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", $"aws-lambda-dotnet/{(runtime == "/" ? "unknown" : runtime)}-{version}");
        return client;
    }

    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        LimitMemory();
        if (_initializer is not null && !await InitializeAsync(cancellationToken))
        {
            return;
        }

        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await InvokeOnceAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                // Cancelled: the loop ends. Else the long poll ran out: ask again.
                continue;
            }

            if (_environment.RunsOnce)
            {
                return;
            }
        }
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && _ownsHttpClient)
        {
            _httpClient.Dispose();
        }
    }

    private async Task<bool> InitializeAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _initializer();
        }
        catch (Exception exception)
        {
            LogUnhandled(exception);
            await _client.ReportInitErrorAsync(exception, cancellationToken);
            throw;
        }
    }

    private async Task InvokeOnceAsync(CancellationToken cancellationToken)
    {
        using var invocation = await _client.NextAsync(cancellationToken);
        var context = (LambdaContext)invocation.LambdaContext;
        context.Serializer = _serializer;
        _log.Invocation = context.Headers;
        Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", context.TraceId);
        InvocationResponse response;
        try
        {
            response = await _handler(invocation);
        }
        catch (Exception exception)
        {
            LogUnhandled(exception);
            await _client.ReportErrorAsync(context.AwsRequestId, exception, cancellationToken);
            return;
        }

        await RespondAsync(context.AwsRequestId, response, cancellationToken);
    }

    private async Task RespondAsync(string requestId, InvocationResponse response, CancellationToken cancellationToken)
    {
        try
        {
            await _client.RespondAsync(requestId, response?.OutputStream ?? Stream.Null, cancellationToken);
        }
        finally
        {
            if (response is { DisposeOutputStream: true })
            {
                await response.OutputStream.DisposeAsync();
            }
        }
    }

    private void LogUnhandled(Exception exception) => _log.Write(nameof(LogLevel.Error), exception, null, []);

    /// <summary>Tells the garbage collector how much memory the function was given, unless the process has less anyway.</summary>
    private void LimitMemory()
    {
        var bytes = (long)_environment.MemorySize * 1024 * 1024;
        if (bytes == 0 || _environment.KeepsMemoryLimit || GC.GetGCMemoryInfo().TotalAvailableMemoryBytes < bytes)
        {
            return;
        }

        AppContext.SetData("GCHeapHardLimit", (ulong)bytes);
        try
        {
            GC.RefreshMemoryLimit();
        }
        catch (InvalidOperationException)
        {
            // A limit that is below what is already in use cannot be set; the service enforces its own.
        }
    }
}
