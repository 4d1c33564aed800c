using System.Diagnostics;
using System.Text.Json;
using Amazon.Runtime;
using OrgLens.Aws;
using OrgLens.Bench.Collecting.Answers;
using OrgLens.Sender;

namespace OrgLens.Bench.Collecting;

/// <summary>The collecting process: the sender's own planner, run and writer with the signed client, as the function sets them up.</summary>
internal static class CollectProcess
{
    public static async Task<int> RunAsync(string json)
    {
        var task = JsonSerializer.Deserialize(json, CollectingJson.Default.CollectTask)!;
        // Compiling is not measured; clients and connections of the run are its own.
        using (await CollectAsync(task, new SendRequest { Regions = [AccountAnswers.Regions[0]] }))
        {
        }

        using var process = Process.GetCurrentProcess();
        var (cpu, started) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
        using var snapshot = await CollectAsync(task, new SendRequest());
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        process.Refresh();
        var sent = SentSnapshot.Of(snapshot, task.Out, new FileInfo(task.Out).Length);
        var (peak, spent) = (process.PeakWorkingSet64, (process.TotalProcessorTime - cpu).TotalSeconds);
        var bare = await BareCalls.MeasureAsync(new Uri(task.Endpoint), sent.Calls + 2, CollectVariables.Read(Environment.GetEnvironmentVariable).Concurrency);
        var figures = new CollectFigures(seconds, sent.Calls + 2, sent.PaidCalls, sent.Rows, sent.Bytes, peak, spent, bare, sent.Gaps);
        Console.WriteLine(JsonSerializer.Serialize(figures, CollectingJson.Default.CollectFigures));
        return 0;
    }

    private static async Task<CollectedSnapshot> CollectAsync(CollectTask task, SendRequest request)
    {
        using var calls = new AwsClient(
            new AwsClientOptions { Credentials = new BasicAWSCredentials("bench", "bench"), Endpoint = new Uri(task.Endpoint) }, TimeProvider.System);
        var options = CollectVariables.Read(Environment.GetEnvironmentVariable);
        var plan = await new SendPlanner(calls, "eu-west-1", CollectorList.All, TimeProvider.System).PlanAsync(request, options, CancellationToken.None);
        var snapshot = await new CollectionRun(calls, TimeProvider.System).RunAsync(plan, null, CancellationToken.None);
        await using var output = File.Create(task.Out);
        await SnapshotWriter.WriteCompressedAsync(snapshot, output, CancellationToken.None);
        return snapshot;
    }
}
