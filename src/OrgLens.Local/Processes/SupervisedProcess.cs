using System.Diagnostics;

namespace OrgLens.Local.Processes;

/// <summary>
/// A child process that cannot outlive this one. A shell stands between: it holds the reading end of a pipe whose writing end is ours
/// alone, and signals the child when the pipe closes, be it because we close it or because this process was killed.
/// The shell ignores Ctrl-C, so that the children are stopped in order by whoever started them, not by the terminal.
/// </summary>
public sealed class SupervisedProcess : IAsyncDisposable
{
    internal const string Supervisor = """
        signal=$1; shift
        trap '' INT
        exec 3<&0
        "$@" </dev/null 3<&- &
        child=$!
        ( cat <&3 >/dev/null 2>&1; kill -s "$signal" "$child" 2>/dev/null ) >/dev/null 2>&1 &
        guard=$!
        exec 3<&-
        wait "$child"; code=$?
        kill "$guard" 2>/dev/null
        exit "$code"
        """;

    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(15);
    private readonly Process _process;
    private readonly Task _output;

    private SupervisedProcess(Process process, Task output)
    {
        _process = process;
        _output = output;
    }

    /// <summary>Completes when the child has ended, with its exit code, and all of its output was handed over.</summary>
    public Task<int> Completion { get; private init; } = Task.FromResult(0);

    /// <summary>Whether the child is still there.</summary>
    public bool IsRunning => !Completion.IsCompleted;

    /// <summary>Starts a command.</summary>
    public static SupervisedProcess Start(ChildCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var start = new ProcessStartInfo("/bin/sh")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        if (command.WorkingDirectory is not null)
        {
            start.WorkingDirectory = command.WorkingDirectory;
        }

        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(Supervisor);
        start.ArgumentList.Add("supervisor");
        start.ArgumentList.Add(command.StopSignal);
        foreach (var argument in command.CommandLine)
        {
            start.ArgumentList.Add(argument);
        }

        if (command.ReplacesEnvironment)
        {
            start.Environment.Clear();
        }

        foreach (var (name, value) in command.Environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException($"{command.CommandLine[0]} could not be started.");
        var output = Task.WhenAll(
            PassLinesAsync(process.StandardOutput, command.OnOutput),
            PassLinesAsync(process.StandardError, command.OnOutput));
        return new SupervisedProcess(process, output) { Completion = CompleteAsync(process, output) };
    }

    /// <summary>Runs a command to its end and returns its exit code and output.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(ChildCommand command, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        await using var process = Start(command with { OnOutput = line => { lock (lines) { lines.Add(line); } } });
        var code = await process.Completion.WaitAsync(cancellationToken);
        return (code, string.Join('\n', lines));
    }

    /// <summary>Sends the stop signal and waits until the child has ended; kills it if it does not.</summary>
    public async Task StopAsync()
    {
        if (IsRunning)
        {
            _process.StandardInput.Close();
            try
            {
                await Completion.WaitAsync(s_grace);
            }
            catch (TimeoutException)
            {
                Kill();
                await Completion;
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process.Dispose();
        _output.Dispose();
    }

    private void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself in the meantime.
        }
    }

    private static async Task<int> CompleteAsync(Process process, Task output)
    {
        await process.WaitForExitAsync();
        await output;
        // The guard's `cat` reads our end of the pipe until it is closed.
        process.StandardInput.Close();
        return process.ExitCode;
    }

    private static async Task PassLinesAsync(StreamReader reader, Action<string>? onLine)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            onLine?.Invoke(line);
        }
    }
}
