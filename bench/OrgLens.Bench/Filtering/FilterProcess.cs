using System.Diagnostics;
using System.Text;
using System.Text.Json;
using OrgLens.Audit.Trail;

namespace OrgLens.Bench.Filtering;

/// <summary>The filtering process: the reader and the envelopes of the function, without its queues.</summary>
internal static class FilterProcess
{
    public static async Task<int> RunAsync(string json)
    {
        var task = JsonSerializer.Deserialize(json, FilteringJson.Default.FilterTask)!;
        var routes = TrailRoute.FromEnvironment(name => name);
        var (records, wanted, bytes) = (0L, 0L, 0L);
        foreach (var path in Directory.EnumerateFiles(task.Folder, "*.json.gz").Order(StringComparer.Ordinal))
        {
            await using var stored = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            var file = new TrailFile(stored, (source, name) => routes.Any(route => route.Wants(source, name)), TrailLimits.Default);
            await foreach (var finding in file.ReadAsync(CancellationToken.None))
            {
                wanted += Encoding.UTF8.GetByteCount(EnvelopeText.Of(finding.Record!, QueueBatch.LargestBytes)!) > 0 ? 1 : 0;
            }

            records += file.Records;
            bytes += file.Outcome == TrailOutcome.Complete ? file.Bytes : throw new InvalidDataException($"{path}: {file.Outcome}");
        }

        using var process = Process.GetCurrentProcess();
        await File.WriteAllTextAsync(
            task.Out, JsonSerializer.Serialize(new FilterFigures(records, wanted, bytes, process.PeakWorkingSet64), FilteringJson.Default.FilterFigures));
        return 0;
    }
}
