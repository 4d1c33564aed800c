using System.Text.Json.Nodes;
using OrgLens.Tests.Cluster;
using OrgLens.Tests.Receiver;

namespace OrgLens.Tests.Changes;

/// <summary>Documents of one account, day by day, and what the history says of them.</summary>
internal static class DailyDocuments
{
    public const string Account = "111122223333";
    public const string AllChanges = "select to_char(at, 'DD'), kind, table_name, natural_key, column_name, old_value, new_value from changes where table_name <> 'accounts' order by at, kind, natural_key, column_name";

    public static TestSnapshot Keys(int day, params object[] keys) =>
        Security(day, "kms", "security.kms", [.. keys.Select(key => System.Text.Json.JsonSerializer.SerializeToNode(key))]);

    public static TestSnapshot Findings(int day, int count, string status) => Security(day, "security_hub", "security.security_hub", [new JsonObject
    {
        ["service"] = "Inspector",
        ["findings"] = new JsonArray([.. Enumerable.Range(0, count).Select(i => new JsonObject { ["finding_id"] = $"f{i}", ["severity"] = "HIGH", ["status"] = status, ["product_name"] = "Inspector" })]),
    }]);

    private static TestSnapshot Security(int day, string member, string collector, JsonArray rows)
    {
        var document = EmptyDocument.Of(Account);
        document["schema_version"] = "1";
        document["coverage"] = new JsonArray(new JsonObject { ["collector"] = collector, ["region"] = "eu-west-1", ["status"] = rows.Count == 0 ? "empty" : "complete" });
        document["security"] = new JsonObject { [member] = rows };
        return At(day, document);
    }

    public static TestSnapshot Resource(int day, string tags, string details)
    {
        var document = EmptyDocument.Of(Account);
        document["service_resources"] = new JsonArray(new JsonObject
        {
            ["service_name"] = "EC2",
            ["resource_type"] = "Instance",
            ["resource_id"] = "i-1",
            ["resource_name"] = "web",
            ["tags"] = JsonNode.Parse(tags),
            ["details"] = JsonNode.Parse(details),
        });
        return At(day, document);
    }

    public static TestSnapshot At(int day, JsonObject document) =>
        TestSnapshot.Of($"data/{Account}/eu-west-1/2026-04-0{day}_DAILY.json", new DateTimeOffset(2026, 4, day, 12, 0, 0, TimeSpan.Zero), document.DeepClone());
}
