using System.Globalization;
using System.Runtime.InteropServices;
using OrgLens.Local.Processes;

namespace OrgLens.Bench.Results;

/// <summary>Where it was measured, and of what.</summary>
internal static class Machine
{
    public static async Task<IReadOnlyList<(string Name, string Value)>> DescribeAsync(string postgres, string functions, string command, CancellationToken cancellationToken)
    {
        var load = File.Exists("/proc/loadavg") ? (await File.ReadAllTextAsync("/proc/loadavg", cancellationToken)).Split(' ')[0] : "unknown";
        return
        [
            ("Date", DateTimeOffset.UtcNow.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)),
            ("Commit", await CommitAsync(cancellationToken)),
            ("Command", $"`{command}`"),
            ("Machine", $"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1L << 30)} GiB, {Processor()}; load before the start {load}"),
            ("System", $"{RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}"),
            (".NET", RuntimeInformation.FrameworkDescription),
            ("Functions", ReadyToRun.IsCompiled(functions) ? "ReadyToRun" : "not ReadyToRun"),
            ("PostgreSQL", $"{postgres}, fsync on, autovacuum off (VACUUM ANALYZE between the loads of a scenario instead)"),
            ("Data API", "the local cloud's endpoint in the benchmark's own process, 5 ms added to each call; every load is a process of its own"),
        ];
    }

    private static async Task<string> CommitAsync(CancellationToken cancellationToken)
    {
        var (code, commit) = await SupervisedProcess.RunAsync(new ChildCommand(["git", "rev-parse", "--short=10", "HEAD"]), cancellationToken);
        var (_, changes) = await SupervisedProcess.RunAsync(new ChildCommand(["git", "status", "--porcelain", "src", "sql", "bench/OrgLens.Bench"]), cancellationToken);
        return code != 0 ? "unknown" : changes.Length > 0 ? commit.Trim() + " with changes" : commit.Trim();
    }

    private static string Processor()
    {
        const string information = "/proc/cpuinfo";
        return File.Exists(information)
            ? File.ReadLines(information).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? "unknown processor"
            : "unknown processor";
    }
}
