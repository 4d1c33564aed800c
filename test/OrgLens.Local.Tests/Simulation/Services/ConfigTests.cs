using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrgLens.Local.Tests.Simulation.Services;

public sealed class ConfigTests(SimulatedCloud cloud) : SimulationTest(cloud)
{
    [Fact]
    public async Task Compliance_of_rules_is_that_of_the_document()
    {
        var config = Document().GetProperty("config");

        var rules = await PagesAsync("config", "describe_compliance_by_config_rule", "ComplianceByConfigRules");
        var failing = await CallAsync("config", "describe_compliance_by_config_rule", """{"ComplianceTypes": ["NON_COMPLIANT"]}""");

        Assert.Equal(config.GetProperty("total_rules").GetInt32(), rules.Count);
        Assert.Equal(config.GetProperty("compliant_rules").GetInt32(), rules.Count(rule => (string?)rule["Compliance"]!["ComplianceType"] == "COMPLIANT"));
        Assert.Equal(config.GetProperty("non_compliant_rules").GetInt32(), failing["ComplianceByConfigRules"]!.AsArray().Count);
    }

    [Fact]
    public async Task Evaluations_are_those_of_the_document()
    {
        var expected = Document().GetProperty("config").GetProperty("non_compliant_resources").EnumerateArray()
            .Select(row => $"{row.GetProperty("rule_name")}|{row.GetProperty("resource_id")}|{row.GetProperty("compliance_type")}").Order(StringComparer.Ordinal).ToList();

        var found = new List<string>();
        foreach (var rule in await PagesAsync("config", "describe_config_rules", "ConfigRules"))
        {
            var details = await CallAsync("config", "get_compliance_details_by_config_rule", $$"""{"ConfigRuleName": "{{rule["ConfigRuleName"]}}", "Limit": 100}""");
            found.AddRange(details["EvaluationResults"]!.AsArray().Select(result => $"{rule["ConfigRuleName"]}|{Qualifier(result!)["ResourceId"]}|{result!["ComplianceType"]}"));
        }

        Assert.Equal(expected, found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Evaluations_have_pages_and_filters()
    {
        var rule = Document().GetProperty("config").GetProperty("non_compliant_resources").EnumerateArray()
            .GroupBy(row => row.GetProperty("rule_name").GetString()).First(group => group.Count() > 1);

        var all = await PagesAsync("config", "get_compliance_details_by_config_rule", "EvaluationResults", $$"""{"ConfigRuleName": "{{rule.Key}}", "Limit": 1}""");
        var unknown = await FailAsync("config", "get_compliance_details_by_config_rule", """{"ConfigRuleName": "none"}""");

        Assert.Equal(rule.Count(), all.Count);
        Assert.Equal("NoSuchConfigRuleException", unknown.Code);
    }

    [Fact]
    public async Task Packs_name_their_rules()
    {
        var expected = Document().GetProperty("config").GetProperty("non_compliant_resources").EnumerateArray()
            .Where(row => row.GetProperty("conformance_pack").GetString() == "Company-Baseline").Select(row => row.GetProperty("rule_name").GetString()).ToHashSet();

        var packs = await PagesAsync("config", "describe_conformance_packs", "ConformancePackDetails", """{"Limit": 1}""");
        var rules = await PagesAsync("config", "describe_conformance_pack_compliance", "ConformancePackRuleComplianceList", """{"ConformancePackName": "Company-Baseline", "Limit": 2}""");

        Assert.Equal(2, packs.Count);
        Assert.Superset(expected, rules.Select(rule => (string?)rule["ConfigRuleName"]).ToHashSet());
    }

    [Fact]
    public async Task The_recorder_runs_where_Regions_are_in_use()
    {
        var here = await CallAsync("config", "describe_configuration_recorders");
        var status = await CallAsync("config", "describe_configuration_recorder_status");
        var there = await CallAsync("config", "describe_configuration_recorders", region: "sa-east-1");

        Assert.Single(here["ConfigurationRecorders"]!.AsArray());
        Assert.True((bool)Assert.Single(status["ConfigurationRecordersStatus"]!.AsArray())!["recording"]!);
        Assert.Empty(there["ConfigurationRecorders"]!.AsArray());
    }

    [Fact]
    public async Task Recorded_resources_are_those_of_the_document()
    {
        var instances = Document().GetProperty("service_resources").EnumerateArray()
            .Where(row => row.GetProperty("service_name").GetString() == "EC2").Select(row => row.GetProperty("resource_id").GetString()!).Order(StringComparer.Ordinal).ToList();

        var listed = await PagesAsync("config", "list_discovered_resources", "resourceIdentifiers", """{"resourceType": "AWS::EC2::Instance", "limit": 5}""", "nextToken");
        var selected = await PagesAsync(
            "config", "select_resource_config", "Results",
            """{"Expression": "SELECT resourceId, arn, tags WHERE resourceType = 'AWS::EC2::Instance' AND awsRegion <> 'none'", "Limit": 5}""");
        var counts = await PagesAsync("config", "get_discovered_resource_counts", "resourceCounts", """{"limit": 3}""", "nextToken");
        var grouped = await CallAsync("config", "select_resource_config", """{"Expression": "SELECT resourceType, COUNT(*) WHERE resourceType LIKE 'AWS::EC2::%' GROUP BY resourceType"}""");

        Assert.Equal(instances, listed.Select(resource => (string)resource["resourceId"]!).Order(StringComparer.Ordinal));
        Assert.Equal(instances, selected.Select(row => JsonDocument.Parse((string)row!).RootElement.GetProperty("resourceId").GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal(instances.Count, (int)counts.Single(count => (string?)count["resourceType"] == "AWS::EC2::Instance")["count"]!);
        Assert.Contains($$"""{"resourceType":"AWS::EC2::Instance","COUNT(*)":{{instances.Count}}}""", grouped["Results"]!.AsArray().Select(row => (string)row!));
    }

    [Fact]
    public async Task A_query_that_is_not_understood_is_refused()
    {
        var error = await FailAsync("config", "select_resource_config", """{"Expression": "DELETE EVERYTHING"}""");

        Assert.Equal("InvalidExpressionException", error.Code);
    }

    private static JsonNode Qualifier(JsonNode result) => result["EvaluationResultIdentifier"]!["EvaluationResultQualifier"]!;
}
