using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Npgsql;
using OrgLens.Audit.Trail;
using OrgLens.Bench.Auditing;
using OrgLens.Bench.Results;
using OrgLens.Local;

namespace OrgLens.Bench.Scenarios;

/// <summary>Trail files that arrive for two minutes: how long after its file was put is each of their events a row?</summary>
internal sealed class LagScenario : IScenario
{
    // moto answers about 100 calls a second on one core and stands for DynamoDB, too: each event costs it two calls and more.
    private const int Files = 60;
    private const int EventsOfAKind = 3;
    private const int Unwanted = 200;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private static readonly string[] Histories = ["service_catalog_events", "asset_events", "quicksight_events"];

    public string Name => "lag";

    public async Task RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        var options = new LocalCloudOptions
        {
            StateFolder = Path.Combine(context.Cloud.Folder, "lag"),
            Port = 0,
            Functions = new LocalFunctions([Path.GetFullPath(context.Options.Functions)], "serverless.template"),
        };
        await using var cloud = await LocalCloud.StartAsync(options, cancellationToken: cancellationToken);
        var lags = await MeasureAsync(cloud, cancellationToken);
        context.Report.Add(new ResultTable(
            $"From a trail file's creation to its events' rows: {Files} files in {(Files * Between).TotalSeconds:0} s, each with {3 * EventsOfAKind} wanted records of {Unwanted + (3 * EventsOfAKind)}",
            ["events of", "events", "median", "p90", "p99", "longest"],
            [.. Histories.Select(history => Row(history, lags[history])), Row("all", [.. lags.Values.SelectMany(all => all)])],
            "On the local cloud, with the published functions, their queues and batching windows, and cold starts. The time begins before the object is put and ends when a look at the table (every 100 ms) first shows the row."));
        var worst = Percentile([.. lags.Values.SelectMany(all => all)], 0.99);
        context.Report.Add("lag: from object to row, p99 under 60 s", Show.Seconds(worst), worst < 60);
    }

    private static async Task<Dictionary<string, List<double>>> MeasureAsync(LocalCloud cloud, CancellationToken cancellationToken)
    {
        var kinds = new Dictionary<string, IReadOnlyList<TrailRecord>>
        {
            [Histories[0]] = CatalogRecords.Make(Files * EventsOfAKind),
            [Histories[1]] = AssetRecords.Make(Files * EventsOfAKind),
            [Histories[2]] = UsageRecords.Make(Files * EventsOfAKind),
        };
        var created = new Dictionary<Guid, long>();
        var lags = Histories.ToDictionary(history => history, _ => new List<double>());
        using var s3 = new AmazonS3Client(
            new BasicAWSCredentials("local", "local"),
            new AmazonS3Config { ServiceURL = cloud.Endpoint.ToString(), ForcePathStyle = true, AuthenticationRegion = cloud.Environment["AWS_REGION"] });
        await using var database = NpgsqlDataSource.Create(cloud.Postgres.ConnectionString("core"));
        var start = Stopwatch.GetTimestamp();
        for (var file = 0; file < Files || lags.Values.Sum(all => all.Count) < created.Count;)
        {
            if (file < Files && Stopwatch.GetElapsedTime(start) >= file * Between)
            {
                var records = kinds.Values.SelectMany(all => all.Skip(file * EventsOfAKind).Take(EventsOfAKind)).ToList();
                var now = Stopwatch.GetTimestamp();
                records.ForEach(record => created.Add(record.EventId, now));
                await PutAsync(s3, cloud.Resources.TrailBucket, file++, records, cancellationToken);
            }

            foreach (var history in Histories)
            {
                await SeeAsync(database, history, created, lags[history], cancellationToken);
            }

            if (Stopwatch.GetElapsedTime(start) > Patience)
            {
                throw new InvalidOperationException($"{created.Count - lags.Values.Sum(all => all.Count)} events have not arrived.");
            }

            await Task.Delay(Poll, cancellationToken);
        }

        return lags;
    }

    private static async Task SeeAsync(NpgsqlDataSource database, string history, Dictionary<Guid, long> created, List<double> lags, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select distinct event_id from {history}");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            // Each is seen once.
            if (created.TryGetValue(reader.GetGuid(0), out var at) && at > 0)
            {
                created[reader.GetGuid(0)] = 0;
                lags.Add(Stopwatch.GetElapsedTime(at).TotalSeconds);
            }
        }
    }

    private static async Task PutAsync(AmazonS3Client s3, string bucket, int number, List<TrailRecord> records, CancellationToken cancellationToken)
    {
        using var stored = new MemoryStream();
        using (var gzip = new GZipStream(stored, CompressionLevel.Fastest, leaveOpen: true))
        {
            var unwanted = Enumerable.Range(0, Unwanted).Select(index => AuditRecord.Of(9, (number * Unwanted) + index, AuditRecord.Account(index), "s3", "GetBucketAcl", "\"requestParameters\":null").Root.GetRawText());
            gzip.Write(Encoding.UTF8.GetBytes($$"""{"Records":[{{string.Join(',', [.. unwanted, .. records.Select(record => record.Root.GetRawText())])}}]}"""));
        }

        stored.Position = 0;
        var key = string.Create(CultureInfo.InvariantCulture, $"AWSLogs/111122220000/CloudTrail/us-east-1/2026/01/01/111122220000_CloudTrail_us-east-1_20260101T0000Z_{number:0000000000000000}.json.gz");
        await s3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = key, InputStream = stored }, cancellationToken);
    }

    private static IReadOnlyList<string> Row(string name, List<double> lags) =>
        [name, Show.Count(lags.Count), .. ((double[])[0.5, 0.9, 0.99, 1]).Select(share => Show.Seconds(Percentile(lags, share)))];

    private static double Percentile(List<double> values, double share) => values.Order().ElementAt(Math.Max(0, (int)Math.Ceiling(share * values.Count) - 1));
}
