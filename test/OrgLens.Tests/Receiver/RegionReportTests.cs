using System.Text.Json.Nodes;
using OrgLens.Tests.Cluster;

namespace OrgLens.Tests.Receiver;

/// <summary>A document of several Regions has a report of Config's rules for each of them.</summary>
public sealed class RegionReportTests
{
    private const string Account = "111122223333";

    private static readonly DateTimeOffset s_noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Each_Region_s_report_has_its_own_evaluations()
    {
        await using var database = await TestDatabase.CreateAsync();
        var result = await database.LoadAsync(Document(s_noon, Report("eu-west-1", 80, "a", "b"), Report("us-east-1", 50, "c")));
        Assert.Equal((2, 3), (result.Rows["config"], result.Rows["config.non_compliant_resources"]));
        Assert.Equal(
            ["eu-west-1|80|a,b", "us-east-1|50|c"],
            await database.RowsAsync(
                """
                select c.region, r.compliance_score::int, string_agg(n.resource_id, ',' order by n.resource_id)
                from config_reports r join collections c on c.id = r.collection_id join non_compliant_resources n on n.config_report_id = r.id
                group by c.region, r.compliance_score order by 1
                """));
    }

    [Fact]
    public async Task One_Region_s_change_sends_all_reports_and_loses_none()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAsync(Document(s_noon, Report("eu-west-1", 80, "a"), Report("us-east-1", 50, "c")));
        await database.LoadAsync(Document(s_noon.AddHours(1), Report("eu-west-1", 90, "a"), Report("us-east-1", 50, "c")));
        Assert.Equal(
            ["eu-west-1|90", "us-east-1|50"],
            await database.RowsAsync("select c.region, r.compliance_score::int from config_reports r join collections c on c.id = r.collection_id order by 1"));
    }

    [Fact]
    public void An_empty_list_of_reports_is_a_failed_collector_and_a_list_of_others_is_ignored()
    {
        var empty = DocumentText.Outline(DocumentText.With("\"config\": []"));
        Assert.Equal(["config"], empty.Failed);
        var others = DocumentText.Outline(DocumentText.With("\"config\": [1, {\"region\": \"eu-west-1\"}]"));
        Assert.Empty(others.Failed);
        Assert.Equal((1, 1), (others.Rows["config"], others.IgnoredMembers["config[]"]));
    }

    private static TestSnapshot Document(DateTimeOffset at, params JsonObject[] reports)
    {
        var document = EmptyDocument.Of(Account);
        document["config"] = new JsonArray([.. reports]);
        return TestSnapshot.Of($"data/{Account}/2026-01-15_DAILY.json", at, document);
    }

    private static JsonObject Report(string region, int score, params string[] resources) => new()
    {
        ["region"] = region,
        ["date_from"] = "2026-01-14",
        ["date_to"] = "2026-01-15",
        ["compliance_score"] = score,
        ["total_rules"] = 10,
        ["compliant_rules"] = 8,
        ["non_compliant_rules"] = 2,
        ["non_compliant_resources"] = new JsonArray(
        [
            .. resources.Select(resource => new JsonObject
            {
                ["region"] = region, ["rule_name"] = "encrypted", ["resource_type"] = "AWS::EC2::Volume", ["resource_id"] = resource,
                ["compliance_type"] = "NON_COMPLIANT", ["config_rule_invoked_time"] = "2026-01-14T01:00:00Z",
            }),
        ]),
    };
}
