using System.Globalization;
using System.Text.Json.Nodes;
using OrgLens.Tests.Cluster;
using OrgLens.Tests.Receiver;

namespace OrgLens.Tests.Audit.Usage;

/// <summary>A small QuickSight account and four months of its use, small enough to be counted by hand.</summary>
internal static class UsageScenario
{
    private const string Account = "111122223333";
    private const string Arn = "arn:aws:quicksight:us-east-1:111122223333";

    public static readonly DateTimeOffset End = new(2026, 6, 30, 12, 0, 0, TimeSpan.Zero);

    /// <summary>What a snapshot lists on the last day, or so many days later.</summary>
    /// <param name="days">How many days later.</param>
    /// <param name="change">What is different then.</param>
    public static TestSnapshot Snapshot(int days = 0, Action<JsonObject>? change = null)
    {
        var instant = End.AddDays(days).AddHours(-6);
        var document = EmptyDocument.Of(Account);
        document["account"]!["account_name"] = "shop";
        document["collected_at"] = instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        document["schema_version"] = "1.0";
        document["quicksight"] = new JsonObject
        {
            ["users"] = new JsonArray(
                User("ann", "ADMIN"), User("kim", "AUTHOR"), User("max", "AUTHOR"), User("new", "AUTHOR"), User("lee", "READER"), User("QuickReader/joe", "READER"),
                User("ida", "AUTHOR_PRO", "federated/iam_identity_center/1111-2222")),
            ["groups"] = new JsonArray(new JsonObject { ["arn"] = $"{Arn}:group/default/all", ["group_name"] = "all", ["members"] = new JsonArray("ann", "kim") }),
            ["dashboards"] = new JsonArray(Asset("dashboard", "D1", "Cost, by \"team\"", ["S1", "S5"]), Asset("dashboard", "D2", "Ops", ["S2"])),
            ["analyses"] = new JsonArray(
                Asset("analysis", "A1", "Cost analysis", ["S1"]), Asset("analysis", "A2", "Draft", ["S4"]), Asset("analysis", "A3", "Gone", null, "DELETED")),
            ["data_sets"] = new JsonArray(
                DataSet("S1", "cost", 1000), DataSet("S2", "ops", null), DataSet("S3", "base", 500), DataSet("S4", "draft", 700), DataSet("S5", "joined", 300, "S3"),
                DataSet("S6", "old", 9000), DataSet("S7", "fresh", 50, created: "2026-06-20T00:00:00+00:00")),
        };
        document["coverage"] = new JsonArray(
            Coverage("quicksight.users", "Global"), Coverage("quicksight.groups", "Global"), Coverage("quicksight.dashboards", "us-east-1"),
            Coverage("quicksight.analyses", "us-east-1"), Coverage("quicksight.data_sets", "us-east-1"));
        change?.Invoke(document);
        return TestSnapshot.Of($"data/{Account}/{Day(days)}_DAILY.json", instant, document);
    }

    /// <summary>The events, in order; their numbers are their places.</summary>
    public static IReadOnlyList<JsonObject> Events()
    {
        var events = new List<JsonObject>();
        Add("GetDashboard", -121, 0, "max", UsageRecords.Details("dashboardId", "D1"));
        Add("GetAnalysis", -120, 0, "kim", UsageRecords.Details("analysisId", "A2"));
        Add("BatchCreateUser", -20, 0, "kim", new JsonObject { ["users"] = new JsonObject { ["new"] = new JsonObject { ["role"] = "AUTHOR" } } });
        Add("GetDashboard", -16, 0, "lee", UsageRecords.Details("dashboardId", "D9"));
        Add("DeleteDashboard", -15, 0, "kim", UsageRecords.Details("dashboardId", "D9"));
        Add("GetDashboard", -1, -180, "lee", UsageRecords.Details("dashboardId", "D1"));
        // The same visit once more, and then one that leaves this trace only, twice.
        Add("GetStaticAsset", -1, -178, "lee", UsageRecords.Details("dashboardId", "D1"));
        Add("GetStaticAsset", -1, -120, "lee", UsageRecords.Details("dashboardId", "D2"));
        Add("GetStaticAsset", -1, -119, "lee", UsageRecords.Details("dashboardId", "D2"));
        Add("QueryDatabase", 0, -420, "kim", UsageRecords.Details("dataSetId", "S6"))["userIdentity"] =
            new JsonObject { ["type"] = "AWSService", ["accountId"] = Account, ["invokedBy"] = "quicksight.amazonaws.com" };
        Add("UpdateDashboard", 0, -240, "kim", UsageRecords.Details("dashboardId", "D1"));
        Add("UpdateAnalysis", 0, -210, "kim", UsageRecords.Details("analysisId", "A1"));
        Add("UpdateAnalysis", 0, -209, "kim", UsageRecords.Details("analysisId", "A1"))["errorCode"] = "ConflictException";
        Add("QueryDatabase", 0, -180, "lee", new JsonObject { ["resourceId"] = $"{Arn}:dashboard/D2", ["dataSetId"] = $"{Arn}:dataset/S2" });
        Call("GetDashboardEmbedUrl", -120, new JsonObject { ["dashboardId"] = "D1", ["userArn"] = $"{Arn}:user/default/lee" });
        Add("GetDashboard", 0, -90, "lee", UsageRecords.Details("dashboardId", "D1"))["errorCode"] = "AccessDeniedException";
        Add("GetDashboard", 0, -60, "-", UsageRecords.Details("dashboardId", "D2"))["userIdentity"] =
            new JsonObject { ["type"] = "IdentityCenterUser", ["accountId"] = Account, ["onBehalfOf"] = new JsonObject { ["userId"] = "1111-2222" } };
        Add("GetDashboard", 0, 0, "-", UsageRecords.Details("dashboardId", "D1"))["userIdentity"] = Role("QuickReader", "joe");
        return events;

        JsonObject Add(string name, int day, int minute, string user, JsonNode details)
        {
            events.Add(UsageRecords.Event(events.Count, name, End.AddDays(day).AddMinutes(minute), user, details));
            return events[^1];
        }

        void Call(string name, int minute, JsonNode request)
        {
            var call = Add(name, 0, minute, "-", new JsonObject());
            call["eventType"] = "AwsApiCall";
            call["userIdentity"] = Role("EmbedApp", "portal");
            call["requestParameters"] = request;
            call["serviceEventDetails"] = null;
        }
    }

    /// <summary>A day before or after the last one, as views tell it.</summary>
    public static string Day(int day) => End.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static JsonObject Role(string role, string session) => new()
    {
        ["type"] = "AssumedRole",
        ["arn"] = $"arn:aws:sts::{Account}:assumed-role/{role}/{session}",
        ["accountId"] = Account,
    };

    private static JsonObject User(string name, string role, string? principal = null) => new()
    {
        ["arn"] = $"{Arn}:user/default/{name}",
        ["user_name"] = name,
        ["namespace"] = "default",
        ["role"] = role,
        ["identity_type"] = principal is null ? "QUICKSIGHT" : "IAM_IDENTITY_CENTER",
        ["active"] = true,
        ["principal_id"] = principal,
        ["identity_region"] = "us-east-1",
    };

    private static JsonObject Asset(string kind, string id, string name, string[]? dataSets, string status = "CREATION_SUCCESSFUL") => new()
    {
        ["region"] = "us-east-1",
        [$"{kind}_id"] = id,
        ["arn"] = $"{Arn}:{kind}/{id}",
        ["name"] = name,
        ["status"] = status,
        ["created_time"] = "2025-01-01T00:00:00+00:00",
        ["data_set_ids"] = dataSets is null ? null : new JsonArray([.. dataSets.Select(set => (JsonNode)set)]),
    };

    private static JsonObject DataSet(string id, string name, long? spice, string? parent = null, string created = "2025-01-01T00:00:00+00:00")
    {
        var row = Asset("data_set", id, name, parent is null ? [] : [parent]);
        row.Remove("status");
        row["import_mode"] = spice is null ? "DIRECT_QUERY" : "SPICE";
        row["spice_bytes"] = spice ?? 0;
        row["created_time"] = created;
        return row;
    }

    private static JsonObject Coverage(string collector, string region) =>
        new() { ["collector"] = collector, ["region"] = region, ["status"] = "complete", ["scope"] = "full", ["items"] = 1, ["calls"] = 1, ["duration_ms"] = 1 };
}
