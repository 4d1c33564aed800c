using System.Text.Json;
using System.Text.Json.Nodes;
using OrgLens.Audit.Trail;
using OrgLens.Tests.Audit.Assets;
using OrgLens.Tests.Audit.Products;
using OrgLens.Tests.Audit.Trail;
using OrgLens.Tests.Audit.Usage;
using OrgLens.Tests.Cluster;

namespace OrgLens.Tests.Audit;

/// <summary>Records that are well-formed and yet unlike those of today: every consumer keeps them, and all that came with them.</summary>
public sealed class StrangeRecordTests
{
    public static TheoryData<string, string> Strange => new()
    {
        { "a version of the record to come", """{"eventVersion":"9.99"}""" },
        { "no answer", """{"responseElements":null}""" },
        { "a text in place of the answer", """{"responseElements":"HIDDEN_DUE_TO_SIZE"}""" },
        { "an answer without its members", """{"responseElements":{}}""" },
        { "a list in place of the answer", """{"responseElements":[]}""" },
        { "a text in place of the request", """{"requestParameters":"HIDDEN_DUE_TO_SIZE"}""" },
        { "a text in place of a service's details", """{"serviceEventDetails":"HIDDEN_DUE_TO_SIZE"}""" },
        { "neither request nor answer nor details", """{"requestParameters":null,"responseElements":null,"serviceEventDetails":null}""" },
        { "a caller of whom nothing is told", """{"userIdentity":{}}""" },
        { "dates in English with U+202F", """{"responseElements":{"recordDetail":{"provisionedProductId":"pp-1","createdTime":"Mar 2, 2026, 8:15:42\u202fAM"},"instancesSet":{"items":[{"instanceId":"i-1","launchTime":"Mar 2, 2026, 8:15:42\u202fAM"}]}}}""" },
        { "dates in seconds since 1970", """{"responseElements":{"recordDetail":{"provisionedProductId":"pp-1","createdTime":1772445605},"instancesSet":{"items":[{"instanceId":"i-1","launchTime":1772445605}]}}}""" },
        { "nested as deeply as records may be", $$"""{"additionalEventData":{{new string('[', 60)}}{{new string(']', 60)}}}""" },
        { "a megabyte", $$$"""{"requestParameters":{"userData":"{{{new string('x', 1_000_000)}}}"}}""" },
    };

    [Theory]
    [MemberData(nameof(Strange))]
    public async Task Every_consumer_keeps_it_and_what_came_with_it(string what, string changes)
    {
        await using var database = await TestDatabase.CreateAsync();
        foreach (var (applyAsync, table, pattern) in ((Func<IReadOnlyList<TrailRecord>, CancellationToken, Task<IReadOnlyList<TrailFailure>>> Apply, string Table, string Pattern)[])
            [
                (database.Audit().ApplyAsync, "service_catalog_events", "eventbridge-ProvisionProduct"),
                (database.Tracker().ApplyAsync, "asset_events", "eventbridge-ec2-RunInstances"),
                (database.Usage().ApplyAsync, "quicksight_events", "eventbridge-quicksight-GetDashboard"),
            ])
        {
            var records = (TrailRecord[])[Record(pattern, "{}"), Record(pattern, changes), Record(pattern, "{}")];

            Assert.Empty(await applyAsync(records, CancellationToken.None));

            var kept = await database.RowsAsync($"select distinct event_id from {table}");
            Assert.True(records.All(record => kept.Contains(record.EventId.ToString(), StringComparer.Ordinal)), $"{what}: {table}");
        }
    }

    private static TrailRecord Record(string pattern, string changes)
    {
        var json = JsonNode.Parse(TrailSamples.Envelope(pattern).GetProperty("detail").GetRawText())!.AsObject();
        json["eventID"] = Guid.NewGuid().ToString();
        foreach (var (name, value) in JsonNode.Parse(changes)!.AsObject())
        {
            json[name] = value?.DeepClone();
        }

        return TrailRecord.Of(JsonElement.Parse(json.ToJsonString()));
    }
}
