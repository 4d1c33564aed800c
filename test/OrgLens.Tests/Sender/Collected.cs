using System.Text.Json.Nodes;
using OrgLens.Aws;
using OrgLens.Sender;

namespace OrgLens.Tests.Sender;

/// <summary>Runs collectors on canned answers and reads the document that comes of it, which must be as its schema says and hold no member besides.</summary>
internal sealed record Collected(JsonObject Document, IReadOnlyList<CoverageEntry> Coverage, IReadOnlyList<CannedCall> Calls)
{
    public static readonly AccountIdentity Account = new("111122223333", AwsPartition.Commercial);

    public static readonly DateTimeOffset Now = new(2026, 5, 4, 6, 0, 0, TimeSpan.Zero);

    /// <summary>Rows of a section, by its path.</summary>
    public JsonArray Rows(string section) => section.Split('.').Aggregate((JsonNode)Document, (node, name) => node[name]!).AsArray();

    /// <summary>How a collector ended; without a Region, where it ran once.</summary>
    public CoverageEntry Ended(string collector, string? region = null) =>
        Assert.Single(Coverage, entry => entry.Collector == collector && (region is null || entry.Region == region));

    /// <summary>Runs one collector in the Region eu-west-1, or for the account.</summary>
    public static Task<Collected> RunAsync(Collector collector, CannedCalls calls, CollectOptions? options = null) =>
        RunAsync([collector], calls, ["eu-west-1"], options);

    public static async Task<Collected> RunAsync(
        IReadOnlyList<Collector> collectors, CannedCalls calls, IReadOnlyList<string> regions, CollectOptions? options = null, CollectionWindow? window = null)
    {
        var clock = new StoppedClock(Now);
        var plan = CollectionPlan.Create(
            Account, collectors, regions, [], window ?? CollectionWindow.Daily(new DateOnly(2026, 5, 4)), options ?? new CollectOptions());
        using var snapshot = await new CollectionRun(calls, clock).RunAsync(plan, null, CancellationToken.None);
        return await ReadAsync(snapshot, calls);
    }

    public static async Task<Collected> ReadAsync(CollectedSnapshot snapshot, CannedCalls calls)
    {
        using var text = new MemoryStream();
        await SnapshotWriter.WriteAsync(snapshot, text, CancellationToken.None);
        var document = JsonNode.Parse(text.ToArray())!.AsObject();
        Assert.Empty(SnapshotSchema.Closed.Differences(document));
        return new Collected(document, snapshot.Coverage, calls.Made);
    }
}
