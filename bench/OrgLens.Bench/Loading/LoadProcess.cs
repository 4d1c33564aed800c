using System.Diagnostics;
using System.Text.Json;
using Amazon.RDSDataService;
using Amazon.Runtime;
using OrgLens.Database;
using OrgLens.Receiver;

namespace OrgLens.Bench.Loading;

/// <summary>The loading process: the receiver's own loader, as the functions set it up, on a local file.</summary>
internal static class LoadProcess
{
    public static async Task<int> RunAsync(string json)
    {
        var task = JsonSerializer.Deserialize(json, LoadingJson.Default.LoadTask)!;
        using var client = new DataApiClient(
            new BasicAWSCredentials("local", "local"),
            new AmazonRDSDataServiceConfig
            {
                ServiceURL = task.Endpoint,
                AuthenticationRegion = task.Region,
                MaxErrorRetry = 0,
                Timeout = TimeSpan.FromSeconds(60),
            });
        if (task.WarmUp is { } other)
        {
            await LoadAsync(client, other);
        }

        var before = await WalPosition.ReadAsync(task.ConnectionString);
        var started = Stopwatch.GetTimestamp();
        var result = await LoadAsync(client, task);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var written = await WalPosition.ReadAsync(task.ConnectionString) - before;
        var figures = LoadFigures.OfThisProcess(seconds, result.Rows.Values.Sum(), result.Calls, written, result.Outcome.ToString());
        Console.WriteLine(JsonSerializer.Serialize(figures, LoadingJson.Default.LoadFigures));
        return 0;
    }

    private static async Task<LoadResult> LoadAsync(DataApiClient client, LoadTask task)
    {
        var database = new DataApi(client, new DatabaseTarget(task.ClusterArn, task.SecretArn, task.Database), OrgLens.Database.RetryPolicy.Default, TimeProvider.System);
        using var document = SnapshotDocument.FromFile(task.File, new SnapshotObject("bench", task.Key, string.Empty, Path.GetFileName(task.File)));
        return await new SnapshotLoader(database, SnapshotLimits.Default).LoadAsync(document, CancellationToken.None);
    }
}
