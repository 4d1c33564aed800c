using OrgLens.Audit.Trail;

namespace OrgLens.Tests.Audit.Trail;

public sealed class TrailScanTests
{
    [Fact]
    public async Task Every_consumer_gets_its_records_in_batches_and_what_failed_is_named()
    {
        var batches = new List<int>();
        var instances = new ScanConsumer("instances", (source, _) => source == "ec2.amazonaws.com", (records, _) =>
        {
            batches.Add(records.Count);
            var bad = records.ToList().FindIndex(record => record.EventId == TrailDraft.Id(7));
            return Task.FromResult<IReadOnlyList<TrailFailure>>(bad < 0 ? [] : [new TrailFailure(bad, "It is a seven.")]);
        });
        var all = new ScanConsumer("all", (_, _) => true, (_, _) => Task.FromResult<IReadOnlyList<TrailFailure>>([]));
        var files = new[]
        {
            Source("a", TrailDraft.Gzip(TrailDraft.File(Enumerable.Range(1, 1100).Select(number => TrailDraft.Record(number))))),
            Source("b", TrailDraft.Gzip(TrailDraft.File(TrailDraft.Record(2000, "s3.amazonaws.com"), "42"))),
            Source("cut", TrailDraft.Gzip(TrailDraft.File(TrailDraft.Record(3000)))[..^20]),
            Source("digest", TrailDraft.Gzip("{}")),
            new ScanSource("gone", _ => Task.FromResult<Stream?>(null)),
        };

        var result = await new TrailScan([instances, all]).RunAsync(files, progress: null, CancellationToken.None);

        Assert.Equal(4, result.Files);
        Assert.Equal([500, 500], batches.Take(2));
        Assert.Equal(batches.Sum() - 1, result.Consumers[0].Applied);
        Assert.Equal(1, result.Consumers[0].Failed);
        Assert.Equal(result.Consumers[0].Applied + 2, result.Consumers[1].Applied);
        Assert.Equal(["a", "b", "cut", "gone"], result.Faults.Select(fault => fault.File).Order(StringComparer.Ordinal));
        Assert.Contains(result.Faults, fault => fault is { File: "a", Reason: "instances: It is a seven.", Position: > 0 });
        Assert.Contains(result.Faults, fault => fault is { File: "cut", Position: null });
    }

    private static ScanSource Source(string name, byte[] stored) => new(name, _ => Task.FromResult<Stream?>(new MemoryStream(stored, writable: false)));
}
