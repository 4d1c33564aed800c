using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrgLens.Audit.Trail;
using OrgLens.Audit.Usage;
using OrgLens.Tests.Cluster;

namespace OrgLens.Tests.Audit.Usage;

/// <summary>Records of QuickSight: authored ones in every form (test/data/trail/quicksight.json), and short ones made here.</summary>
internal static class UsageRecords
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly JsonObject s_authored =
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "trail", "quicksight.json")))!.AsObject();

    public static IReadOnlyList<string> Names => [.. s_authored.Select(member => member.Key)];

    public static JsonObject Authored(string name) => s_authored[name]!.DeepClone().AsObject();

    public static TrailRecord Record(JsonObject json) => TrailRecord.Of(JsonElement.Parse(json.ToJsonString()));

    /// <summary>An event of the console, made by a user whom only QuickSight knows.</summary>
    /// <param name="number">Its number: what its id is made of.</param>
    /// <param name="name">What happened.</param>
    /// <param name="time">When.</param>
    /// <param name="user">By whom.</param>
    /// <param name="details">The request.</param>
    public static JsonObject Event(int number, string name, DateTimeOffset time, string user, JsonNode? details) => new()
    {
        ["eventVersion"] = "1.08",
        ["userIdentity"] = new JsonObject { ["type"] = "Unknown", ["principalId"] = "111122223333", ["accountId"] = "111122223333", ["userName"] = user },
        ["eventTime"] = time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["eventSource"] = "quicksight.amazonaws.com",
        ["eventName"] = name,
        ["awsRegion"] = "us-east-1",
        ["eventID"] = new Guid(number, 0, 0, new byte[8]).ToString(),
        ["eventType"] = "AwsServiceEvent",
        ["recipientAccountId"] = "111122223333",
        ["serviceEventDetails"] = new JsonObject { ["eventRequestDetails"] = details },
    };

    public static JsonObject Details(string member, string id) => new()
    {
        [member] = $"arn:aws:quicksight:us-east-1:111122223333:{member[..^2].ToLowerInvariant()}/{id}",
    };

    /// <summary>The row that becomes of a record.</summary>
    public static JsonElement Row(JsonObject json)
    {
        using var row = TrailRow.Join([TrailRow.Of(0, Record(json), (writer, record) => UsageEvent.Of(record).Write(writer))]);
        return JsonElement.Parse(row.ToArray())[0];
    }

    public static UsageAudit Usage(this TestDatabase database) => new(new TrailLoad(database.App()));

    public static Task<IReadOnlyList<TrailFailure>> RecordAsync(this TestDatabase database, params IEnumerable<JsonObject> events) =>
        database.Usage().ApplyAsync([.. events.Select(Record)], CancellationToken.None);
}
