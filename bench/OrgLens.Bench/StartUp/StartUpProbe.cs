using System.Diagnostics;

namespace OrgLens.Bench.StartUp;

/// <summary>Starts the executable and watches it from outside: nothing is switched on in it for this.</summary>
internal static class StartUpProbe
{
    /// <summary>From the start of the process to its end when there is no handler of the asked name: host, runtime, Main, and no more.</summary>
    public static async Task<double> MeasureEmptyAsync(string executable, IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Start(executable, environment, "None", "127.0.0.1:9");
        await process.WaitForExitAsync(cancellationToken);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <summary>One event through a new process.</summary>
    public static async Task<StartUpTimes> MeasureAsync(
        string executable, IReadOnlyDictionary<string, string> environment, string handler, ReadOnlyMemory<byte> @event, CancellationToken cancellationToken)
    {
        await using var runtime = await RuntimeStub.StartAsync(@event);
        var started = Stopwatch.GetTimestamp();
        using var process = Start(executable, environment, handler, runtime.Address);
        try
        {
            var (at, error) = await runtime.Answered.WaitAsync(TimeSpan.FromMinutes(1), cancellationToken);
            return error is null
                ? new StartUpTimes(Stopwatch.GetElapsedTime(started, runtime.AskedAt).TotalMilliseconds, Stopwatch.GetElapsedTime(started, at).TotalMilliseconds)
                : throw new InvalidOperationException($"{handler} failed: {error}");
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static Process Start(string executable, IReadOnlyDictionary<string, string> environment, string handler, string runtime)
    {
        var start = new ProcessStartInfo(Path.GetFullPath(executable)) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        start.Environment["ANNOTATIONS_HANDLER"] = handler;
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = runtime;
        start.Environment["AWS_LAMBDA_FUNCTION_NAME"] = handler;
        start.Environment["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = "1024";
        var process = Process.Start(start)!;
        // Its lines are few; they only must not fill the pipe.
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
