using System.Text.Json.Nodes;
using OrgLens.Aws;
using OrgLens.Sender;
using OrgLens.Sender.Collectors.Compliance;

namespace OrgLens.Tests.Sender.Collectors;

public sealed class ConfigComplianceTests
{
    private const string Resources = "config.non_compliant_resources";

    [Fact]
    public async Task Every_resource_that_does_not_meet_a_rule_now_is_listed_whenever_that_was_recorded()
    {
        var collected = await Collected.RunAsync(ConfigCompliance.Collector, Calls());
        JsonAssert.Equal(
            """
            {"region":"eu-west-1","date_from":"2026-05-03","date_to":"2026-05-04","compliance_score":50,"total_rules":2,"compliant_rules":1,
             "non_compliant_rules":1,"curr_compliant":1,"curr_non_compliant":1,
             "non_compliant_resources":[
               {"region":"eu-west-1","rule_name":"bad","resource_id":"i-1","resource_type":"AWS::EC2::Instance",
                "config_rule_invoked_time":"2026-01-07T10:00:00+00:00","conformance_pack":"pack","compliance_type":"NON_COMPLIANT","annotation":"why",
                "evaluation_mode":"DETECTIVE"},
               {"region":"eu-west-1","rule_name":"bad","resource_id":"i-2","resource_type":"AWS::EC2::Instance",
                "config_rule_invoked_time":"2026-05-03T12:00:00+00:00","conformance_pack":"pack","compliance_type":"NON_COMPLIANT","annotation":"why",
                "evaluation_mode":"DETECTIVE"}]}
            """,
            collected.Document["config"]);
        Assert.Equal((CoverageStatus.Complete, 1), (collected.Ended("config").Status, collected.Ended("config").Items));
        Assert.Equal((CoverageStatus.Complete, 2), (collected.Ended(Resources).Status, collected.Ended(Resources).Items));
    }

    [Fact]
    public async Task A_rule_outside_all_packs_stands_alone()
    {
        var calls = Rules().Answer("DescribeConformancePacks", """{"ConformancePackDetails":[]}""").Answer("GetComplianceDetailsByConfigRule", Evaluations("", "i-1", 1767780000));
        var row = Assert.Single((await Collected.RunAsync(ConfigCompliance.Collector, calls)).Rows(Resources));
        Assert.Equal("Standalone", (string?)row!["conformance_pack"]);
    }

    [Fact]
    public async Task Reports_of_several_Regions_are_a_list()
    {
        var collected = await Collected.RunAsync([ConfigCompliance.Collector], Calls(), ["eu-west-1", "eu-west-2"]);
        Assert.Equal(["eu-west-1", "eu-west-2"], collected.Rows("config").Select(report => (string?)report!["region"]));
        Assert.Equal(["eu-west-2", "eu-west-2"], collected.Rows("config")[1]!["non_compliant_resources"]!.AsArray().Select(row => (string?)row!["region"]));
    }

    [Fact]
    public async Task Without_a_recorder_and_rules_Config_is_not_enabled()
    {
        var calls = new CannedCalls().Answer("DescribeComplianceByConfigRule", """{"ComplianceByConfigRules":[]}""")
            .Answer("DescribeConfigurationRecorders", """{"ConfigurationRecorders":[]}""");
        var collected = await Collected.RunAsync(ConfigCompliance.Collector, calls);
        Assert.Equal((CoverageStatus.NotEnabled, CoverageStatus.NotEnabled), (collected.Ended("config").Status, collected.Ended(Resources).Status));
        JsonAssert.Equal("{}", collected.Document["config"]);
    }

    [Fact]
    public async Task A_recorder_without_rules_gives_a_report_of_none()
    {
        var calls = new CannedCalls().Answer("DescribeComplianceByConfigRule", """{"ComplianceByConfigRules":[]}""")
            .Answer("DescribeConfigurationRecorders", """{"ConfigurationRecorders":[{"name":"default"}]}""");
        var collected = await Collected.RunAsync(ConfigCompliance.Collector, calls);
        Assert.Equal((0m, 0), ((decimal?)collected.Document["config"]!["compliance_score"], (int?)collected.Document["config"]!["total_rules"]));
        Assert.Equal((CoverageStatus.Complete, CoverageStatus.Empty), (collected.Ended("config").Status, collected.Ended(Resources).Status));
    }

    [Fact]
    public async Task Half_the_rules_make_no_report()
    {
        var calls = new CannedCalls()
            .Answer("DescribeComplianceByConfigRule", """{"ComplianceByConfigRules":[{"ConfigRuleName":"bad","Compliance":{"ComplianceType":"NON_COMPLIANT"}}],"NextToken":"t"}""", First)
            .Fail("DescribeComplianceByConfigRule", AwsErrorKind.Throttled, "ThrottlingException", Later);
        var collected = await Collected.RunAsync(ConfigCompliance.Collector, calls);
        JsonAssert.Equal("[]", collected.Document["config"]);
        Assert.Equal((CoverageStatus.Throttled, CoverageStatus.Throttled), (collected.Ended("config").Status, collected.Ended(Resources).Status));
    }

    [Fact]
    public async Task A_rule_whose_second_page_fails_keeps_the_first_and_its_numbers_are_not_known()
    {
        var calls = Packs(Rules()).Answer("GetComplianceDetailsByConfigRule", Evaluations(",\"NextToken\":\"t\"", "i-1", 1767780000), First)
            .Fail("GetComplianceDetailsByConfigRule", AwsErrorKind.TimedOut, "Timeout", Later);
        var collected = await Collected.RunAsync(ConfigCompliance.Collector, calls);
        Assert.Equal("i-1", (string?)Assert.Single(collected.Rows(Resources))!["resource_id"]);
        Assert.Null(collected.Document["config"]!["curr_non_compliant"]);
        Assert.Equal((CoverageStatus.Failed, "config:GetComplianceDetailsByConfigRule Timeout"), (collected.Ended(Resources).Status, collected.Ended(Resources).Error));
    }

    [Fact]
    public async Task A_rule_that_is_gone_by_now_is_no_gap()
    {
        var calls = Packs(Rules()).Fail("GetComplianceDetailsByConfigRule", AwsErrorKind.Failed, "NoSuchConfigRuleException");
        var collected = await Collected.RunAsync(ConfigCompliance.Collector, calls);
        Assert.Equal((CoverageStatus.Complete, CoverageStatus.Empty), (collected.Ended("config").Status, collected.Ended(Resources).Status));
        Assert.Equal(0, (int?)collected.Document["config"]!["curr_non_compliant"]);
    }

    [Fact]
    public async Task Packs_that_may_not_be_read_leave_the_pack_of_a_row_unknown()
    {
        var calls = Rules().Fail("DescribeConformancePacks", AwsErrorKind.DeniedByPolicy, "AccessDeniedException")
            .Answer("GetComplianceDetailsByConfigRule", Evaluations("", "i-1", 1767780000));
        var collected = await Collected.RunAsync(ConfigCompliance.Collector, calls);
        Assert.Null(Assert.Single(collected.Rows(Resources))!["conformance_pack"]);
        Assert.Equal((CoverageStatus.Complete, CoverageStatus.DeniedIam), (collected.Ended("config").Status, collected.Ended(Resources).Status));
    }

    private static CannedCalls Calls() => Packs(Rules())
        .Answer("GetComplianceDetailsByConfigRule", Evaluations(",\"NextToken\":\"t\"", "i-1", 1767780000), input => First(input) && Rule(input) == "bad")
        .Answer("GetComplianceDetailsByConfigRule", Evaluations("", "i-2", 1777809600), input => Later(input) && Rule(input) == "bad")
        .Answer("GetComplianceDetailsByConfigRule", Evaluations(",\"NextToken\":\"t\"", "i-3", 1767780000), input => First(input) && Rule(input) == "good")
        .Answer("GetComplianceDetailsByConfigRule", Evaluations("", "i-4", 1777809600), input => Later(input) && Rule(input) == "good");

    private static CannedCalls Rules() => new CannedCalls()
        .Answer("DescribeComplianceByConfigRule", """{"ComplianceByConfigRules":[{"ConfigRuleName":"bad","Compliance":{"ComplianceType":"NON_COMPLIANT"}}],"NextToken":"t"}""", First)
        .Answer(
            "DescribeComplianceByConfigRule",
            """
            {"ComplianceByConfigRules":[{"ConfigRuleName":"good","Compliance":{"ComplianceType":"COMPLIANT"}},
              {"ConfigRuleName":"new","Compliance":{"ComplianceType":"INSUFFICIENT_DATA"}}]}
            """,
            Later);

    private static CannedCalls Packs(CannedCalls calls) => calls
        .Answer("DescribeConformancePacks", """{"ConformancePackDetails":[{"ConformancePackName":"other"}],"NextToken":"t"}""", First)
        .Answer("DescribeConformancePacks", """{"ConformancePackDetails":[{"ConformancePackName":"pack"}]}""", Later)
        .Answer("DescribeConformancePackCompliance", """{"ConformancePackRuleComplianceList":[]}""", input => (string?)input["ConformancePackName"] == "other")
        .Answer("DescribeConformancePackCompliance", """{"ConformancePackRuleComplianceList":[{"ConfigRuleName":"bad"}]}""", input => (string?)input["ConformancePackName"] == "pack");

    private static string Evaluations(string more, string resource, int recorded) =>
        $$$"""
        {"EvaluationResults":[{"EvaluationResultIdentifier":{"EvaluationResultQualifier":{"ConfigRuleName":"r","ResourceType":"AWS::EC2::Instance",
          "ResourceId":"{{{resource}}}","EvaluationMode":"DETECTIVE"}},"ComplianceType":"NON_COMPLIANT","ResultRecordedTime":{{{recorded}}},"Annotation":"why"}]{{{more}}}}
        """;

    private static bool First(JsonObject input) => !input.ContainsKey("NextToken");

    private static bool Later(JsonObject input) => input.ContainsKey("NextToken");

    private static string? Rule(JsonObject input) => (string?)input["ConfigRuleName"];
}
