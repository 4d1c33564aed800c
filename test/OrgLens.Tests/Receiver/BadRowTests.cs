using System.Text.Json.Nodes;
using OrgLens.Receiver;
using OrgLens.Tests.Cluster;

namespace OrgLens.Tests.Receiver;

/// <summary>One bad value costs its row; all other rows are in, and the report says which row, column and kind of value it was.</summary>
public sealed class BadRowTests
{
    // Section, where its rows lie, and a member each for text, number, date and whole number; - where it has none.
    private static readonly string[][] s_sections =
    [
        ["config.non_compliant_resources", "config.non_compliant_resources", "annotation", "-", "config_rule_invoked_time", "-"],
        ["service", "service", "currency", "cost", "date_to", "-"],
        ["security.security_hub.findings", "security.security_hub.0.findings", "title", "-", "created_at", "-"],
        ["security.guard_duty", "security.guard_duty", "title", "severity", "updated_at", "-"],
        ["security.kms", "security.kms", "description", "-", "creation_date", "-"],
        ["security.waf", "security.waf", "description", "rules_count", "-", "capacity"],
        ["security.waf_rules", "security.waf_rules", "statement_type", "priority", "-", "priority"],
        ["security.cloudtrail", "security.cloudtrail", "s3_bucket", "-", "latest_delivery_time", "-"],
        ["security.secrets_manager", "security.secrets_manager", "description", "-", "created_date", "-"],
        ["security.certificate_manager", "security.certificate_manager", "domain_name", "-", "not_after", "-"],
        ["security.inspector", "security.inspector", "title", "-", "updated_at", "-"],
        ["inventory.instances", "inventory.instances", "computer_name", "-", "last_ping", "-"],
        ["inventory.applications", "inventory.applications", "application_type", "-", "install_time", "-"],
        ["inventory.patches", "inventory.patches", "classification", "-", "installed_time", "-"],
        ["trusted_advisor", "trusted_advisor", "recommendation", "affected_resources_count", "timestamp", "affected_resources_count"],
        ["health", "health", "status_code", "-", "start_time", "-"],
        ["resilience_hub", "resilience_hub", "description", "resiliency_score", "creation_time", "rto"],
        ["service_resources", "service_resources", "state", "size_gb", "creation_date", "instance_count"],
        ["compute_optimizer", "compute_optimizer", "finding", "performance_risk", "-", "current_memory_size"],
        ["ri_sp_savings", "ri_sp_savings", "state", "commitment", "start_date", "instance_count"],
    ];

    [Theory]
    [InlineData(2, "\"nul \\u0000 character\"", "nul_character")]
    [InlineData(3, "\"twelve\"", "wrong_type")]
    [InlineData(4, "\"2026-02-30T00:00:00Z\"", "impossible_date")]
    [InlineData(4, "\"2026-99-99\"", "impossible_date")]
    [InlineData(5, "3000000000", "out_of_range")]
    public async Task A_bad_value_in_every_section_costs_one_row_each(int member, string value, string valueClass)
    {
        var document = Samples.Parse(Samples.A);
        var spoiled = s_sections.Where(section => section[member] != "-").ToList();
        foreach (var section in spoiled)
        {
            RowsOf(document, section)[0]![section[member]] = JsonNode.Parse(value);
        }

        await using var database = await TestDatabase.CreateAsync();
        var result = await database.LoadAsync(TestSnapshot.Of(Samples.A.Key, Samples.A.LastModified, document));
        Assert.Equal(LoadOutcome.Partial, result.Outcome);
        Assert.Equal(
            spoiled.Select(section => $"{section[0]}|{section[member]}|{valueClass}").Order(StringComparer.Ordinal),
            (await database.RowsAsync("select section, column_name, value_class from rejected_rows")).Order(StringComparer.Ordinal));
        Assert.Equal(spoiled.Select(section => section[0]).Order(StringComparer.Ordinal), result.Skipped.Keys.Order(StringComparer.Ordinal));
        Assert.All(result.Skipped.Values, skipped => Assert.Equal(1, skipped));
        Assert.Equal("partial", await database.RowAsync("select outcome from snapshots"));
        Assert.Equal(52 + 5 + 84 + 69, await SumAsync(database) + spoiled.Count(section => s_counted.Contains(section[0])));
        Assert.Equal($"{spoiled.Count}", await database.RowAsync("select count(*) from log_messages where message like '%: 1 of % rows skipped'"));
    }

    [Fact]
    public async Task The_report_names_the_row_but_tells_no_value()
    {
        var document = Samples.Parse(Samples.A);
        document["service_resources"]![3]!["size_gb"] = "canary-7391";
        var row = document["service_resources"]![3]!;
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAsync(TestSnapshot.Of(Samples.A.Key, Samples.A.LastModified, document));
        Assert.Equal(
            $"service_resources|{row["service_name"]} / {row["resource_type"]} / {row["resource_id"]}|size_gb|wrong_type|22P02",
            await database.RowAsync("select section, natural_key, column_name, value_class, sqlstate from rejected_rows"));
        Assert.DoesNotContain(await StateDump.OfAsync(database), line => line.Contains("canary-7391", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("17")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    public async Task A_row_that_is_no_object_is_skipped(string row)
    {
        var document = Samples.Parse(Samples.A);
        document["service_resources"]!.AsArray().Insert(40, JsonNode.Parse(row));
        document["security"]!["security_hub"]![0]!["findings"]!.AsArray().Insert(1, JsonNode.Parse(row));
        await using var database = await TestDatabase.CreateAsync();
        var result = await database.LoadAsync(TestSnapshot.Of(Samples.A.Key, Samples.A.LastModified, document));
        Assert.Equal(["security.security_hub.findings", "service_resources"], result.Skipped.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("84|52", await database.RowAsync("select (select count(*) from service_resources), (select count(*) from findings)"));
    }

    [Fact]
    public async Task A_row_without_its_key_is_skipped()
    {
        var document = Samples.Parse(Samples.A);
        document["security"]!["kms"]![1]!["arn"] = null;
        document["security"]!["security_hub"]![0]!["findings"]![0]!.AsObject().Remove("finding_id");
        document["inventory"]!["patches"]![0]!["title"] = null;
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAsync(TestSnapshot.Of(Samples.A.Key, Samples.A.LastModified, document));
        Assert.Equal(
            ["inventory.patches|title|missing", "security.kms|arn|missing", "security.security_hub.findings|finding_id|missing"],
            (await database.RowsAsync("select section, column_name, value_class from rejected_rows")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_key_too_long_for_any_index_is_skipped()
    {
        var document = Samples.Parse(Samples.A);
        // Random, as an index compresses what repeats.
        document["service_resources"]![0]!["resource_id"] = Noise(9000);
        document["security"]!["kms"]![0]!["arn"] = Noise(9000);
        await using var database = await TestDatabase.CreateAsync();
        var result = await database.LoadAsync(TestSnapshot.Of(Samples.A.Key, Samples.A.LastModified, document));
        Assert.Equal(LoadOutcome.Partial, result.Outcome);
        Assert.Equal(
            ["security.kms|too_long", "service_resources|too_long"],
            (await database.RowsAsync("select section, value_class from rejected_rows")).Order(StringComparer.Ordinal));
        Assert.Equal("83|4", await database.RowAsync("select (select count(*) from service_resources), (select count(*) from kms_keys)"));
    }

    [Fact]
    public async Task Many_bad_rows_are_each_found()
    {
        var document = EmptyDocument.Of("111122223333");
        document["service_resources"] = new JsonArray([.. Enumerable.Range(0, 300).Select(i => new JsonObject
        {
            ["service_name"] = "EC2", ["resource_type"] = "Instance", ["resource_id"] = $"i-{i}", ["size_gb"] = i % 7 == 3 ? "big" : i,
        })]);
        await using var database = await TestDatabase.CreateAsync();
        var result = await database.LoadAsync(TestSnapshot.Of(Samples.A.Key, Samples.A.LastModified, document));
        Assert.Equal(43, result.Skipped["service_resources"]);
        Assert.Equal("257", await database.RowAsync("select count(*) from service_resources"));
        Assert.Equal("43", await database.RowAsync("select count(distinct natural_key) from rejected_rows where column_name = 'size_gb'"));
    }

    [Fact]
    public async Task The_last_of_several_rows_of_one_key_wins_and_is_reported()
    {
        var document = Samples.Parse(Samples.A);
        foreach (var section in s_sections)
        {
            var again = RowsOf(document, section)[0]!.DeepClone();
            again[section[2]] = "the last one";
            RowsOf(document, section).Add(again);
        }

        await using var database = await TestDatabase.CreateAsync();
        var result = await database.LoadAsync(TestSnapshot.Of(Samples.A.Key, Samples.A.LastModified, document));
        Assert.Equal(LoadOutcome.Loaded, result.Outcome);
        Assert.Equal(
            s_sections.Where(section => section[2] != "currency" || section[0] == "service").Select(section => section[0]).Order(StringComparer.Ordinal),
            result.Duplicates.Keys.Order(StringComparer.Ordinal));
        Assert.All(result.Duplicates.Values, duplicates => Assert.Equal(1, duplicates));
        Assert.Equal(
            "1|1|1|1|1",
            await database.RowAsync("""
                select (select count(*) from kms_keys where description = 'the last one'), (select count(*) from findings where title = 'the last one'),
                  (select count(*) from service_resources where state = 'the last one'), (select count(*) from services where currency = 'the last one'),
                  (select count(*) from inventory_applications where application_type = 'the last one')
                """));
        Assert.Equal($"{s_sections.Length}", await database.RowAsync("select count(*) from log_messages where message like '%: 1 rows repeat a key%'"));
    }

    [Fact]
    public async Task Bad_objects_and_rows_of_the_account_leave_the_rest_alone()
    {
        var document = Samples.Parse(Samples.A);
        document["account"]!["joined_timestamp"] = "long ago";
        document["cost"]!["current_period_cost"] = "much";
        document["config"]!["compliance_score"] = "good";
        await using var database = await TestDatabase.CreateAsync();
        var result = await database.LoadAsync(TestSnapshot.Of(Samples.A.Key, Samples.A.LastModified, document));
        Assert.Equal(LoadOutcome.Partial, result.Outcome);
        Assert.Contains("account", result.Skipped.Keys);
        Assert.Contains("cost", result.Skipped.Keys);
        Assert.Contains("config", result.Skipped.Keys);
        Assert.Equal("84|1", await database.RowAsync("select (select count(*) from service_resources), (select count(*) from accounts)"));
    }

    private static readonly string[] s_counted = ["security.security_hub.findings", "security.kms", "service_resources", "inventory.applications"];

    private static async Task<int> SumAsync(TestDatabase database) => int.Parse(
        await database.RowAsync("select (select count(*) from findings) + (select count(*) from kms_keys) + (select count(*) from service_resources) + (select count(*) from inventory_applications)"),
        System.Globalization.CultureInfo.InvariantCulture);

    private static JsonArray RowsOf(JsonNode document, string[] section)
    {
        var node = document;
        foreach (var step in section[1].Split('.'))
        {
            node = int.TryParse(step, out var index) ? node[index]! : node[step]!;
        }

        return node.AsArray();
    }

    private static string Noise(int length)
    {
        var bytes = new byte[length / 2];
        new Random(7).NextBytes(bytes);
        return Convert.ToHexString(bytes);
    }
}
