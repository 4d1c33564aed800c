using System.Globalization;
using OrgLens.Local.Processes;

namespace OrgLens.Local.Moto;

/// <summary>A running <c>moto_server</c>: the emulator of every service that needs no better one.</summary>
public sealed class MotoServer : IAsyncDisposable
{
    private static readonly TimeSpan s_startTime = TimeSpan.FromMinutes(1);
    private readonly SupervisedProcess _process;

    private MotoServer(SupervisedProcess process, Uri endpoint)
    {
        _process = process;
        Endpoint = endpoint;
    }

    /// <summary>Where it listens.</summary>
    public Uri Endpoint { get; }

    /// <summary>Starts the emulator on a free port and waits until it answers.</summary>
    /// <param name="logFile">Receives its output.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="LocalCloudException">It is not installed, or did not start.</exception>
    public static async Task<MotoServer> StartAsync(string logFile, CancellationToken cancellationToken = default)
    {
        var program = Find();
        var port = FreePort.Find();
        var log = new LogFile(logFile);
        var process = SupervisedProcess.Start(
            new ChildCommand([program, "-H", "127.0.0.1", "-p", port.ToString(CultureInfo.InvariantCulture)])
            {
                // It has nothing to save.
                StopSignal = "KILL",
                OnOutput = log.Write,
                Environment = new Dictionary<string, string> { ["PYTHONWARNINGS"] = "ignore" },
            });
        var server = new MotoServer(process, new Uri($"http://127.0.0.1:{port}"));
        try
        {
            await server.WaitUntilReadyAsync(log, cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static string Find()
    {
        // The set-up installs it into .venv at the top of the repository; the working directory may be anywhere below.
        var environments = new List<string>();
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            environments.Add(Path.Combine(folder.FullName, ".venv", "bin"));
        }

        return ProgramSearch.Find("moto_server", environments)
            ?? throw new LocalCloudException("moto_server was not found. Install it: `python3 -m venv .venv && .venv/bin/pip install 'moto[server]'`.");
    }

    private async Task WaitUntilReadyAsync(LogFile log, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = Endpoint };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(s_startTime);
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("moto-api/data.json", UriKind.Relative), patience.Token);
                return;
            }
            catch (HttpRequestException) when (_process.IsRunning)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
            }
            catch (HttpRequestException e)
            {
                throw new LocalCloudException($"moto_server did not start: {log.LastLine} (see {log.Path})", e);
            }
        }
    }
}
