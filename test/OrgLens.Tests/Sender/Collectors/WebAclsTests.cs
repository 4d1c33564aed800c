using System.Text.Json.Nodes;
using OrgLens.Aws;
using OrgLens.Sender;
using OrgLens.Sender.Collectors.Security;

namespace OrgLens.Tests.Sender.Collectors;

public sealed class WebAclsTests
{
    private const string Name = "security.waf";

    private const string Rules = "security.waf_rules";

    private const string Home = "us-east-1";

    private const string NoMore = """{"WebACLs":[]}""";

    private const string Nonexistent = "WAFNonexistentItemException";

    [Fact]
    public async Task Web_ACLs_of_all_pages_are_fetched_once_for_both_sections()
    {
        var calls = Regional().Answer("ListWebACLs", NoMore, region: Home);
        var collected = await Collected.RunAsync(WebAcls.Collector, calls);
        JsonAssert.Equal(
            """
            {"region":"eu-west-1","name":"a1","id":"1","arn":"arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/a1/1","scope":"REGIONAL","description":"of a1",
             "default_action":{"Allow":{}},"rules_count":3,"capacity":703,"managed_rules_count":1,"custom_rules_count":1,"rate_limit_rules_count":1,
             "geo_blocking_enabled":true,"blocked_countries":["KP"],"ip_sets":[],"sampled_requests_enabled":true,"cloudwatch_metrics_enabled":false,
             "associated_resources":["alb/a1","api/a1"],"associated_resources_count":2,"logging_enabled":true,"log_destinations":["arn:aws:s3:::aws-waf-logs-x"],
             "tags":[{"Key":"team","Value":"edge"}]}
            """,
            collected.Rows(Name)[0]);
        Assert.Equal(["a1", "a2"], collected.Rows(Name).Select(row => (string?)row!["name"]));
        JsonAssert.Equal(
            """
            {"region":"eu-west-1","web_acl_name":"a1","rule_name":"r2","priority":2,"action":{"None":{}},"statement_type":"ManagedRuleGroupStatement","is_managed_rule":true,
             "is_custom_rule":false,"rate_limit":false,"logging_enabled":true,"geo_blocking":false,"sql_injection":true,"sample_request_enabled":false,"cloudwatch_enabled":false,
             "has_xss_protection":false,"waf_version":"v2","is_compliant":true,"scope":"REGIONAL"}
            """,
            collected.Rows(Rules)[1]);
        Assert.Equal((CoverageStatus.Complete, 2), (collected.Ended(Name, "eu-west-1").Status, collected.Ended(Name, "eu-west-1").Items));
        Assert.Equal((CoverageStatus.Complete, 6), (collected.Ended(Rules, "eu-west-1").Status, collected.Ended(Rules, "eu-west-1").Items));
        Assert.Equal(CoverageStatus.Empty, collected.Ended(Rules, CoverageEntry.Global).Status);
        Assert.Equal(2, calls.Made.Count(call => call.Operation == "GetWebACL"));
        Assert.Empty(await calls.DifferencesAsync());
    }

    [Fact]
    public async Task Web_ACLs_for_CloudFront_are_listed_once_with_distributions_and_applications()
    {
        var calls = Answering(new CannedCalls()).Answer("ListWebACLs", NoMore, region: "eu-west-1").Answer("ListWebACLs", NoMore, region: "eu-central-1")
            .Answer("ListWebACLs", List(null, "a1", "global"), region: Home)
            .Answer("ListDistributionsByWebACLId", Distributions("<NextMarker>m</NextMarker>", "d1"), input => !input.ContainsKey("Marker"))
            .Answer("ListDistributionsByWebACLId", Distributions(string.Empty, "d2"), input => (string?)input["Marker"] == "m");
        var collected = await Collected.RunAsync([WebAcls.Collector], calls, ["eu-central-1", "eu-west-1"]);
        var row = Assert.Single(collected.Rows(Name))!;
        Assert.Equal(("CLOUDFRONT", 3), ((string?)row["scope"], (int?)row["associated_resources_count"]));
        Assert.Equal(
            ["app/a1", "arn:aws:cloudfront::111122223333:distribution/d1", "arn:aws:cloudfront::111122223333:distribution/d2"],
            row["associated_resources"]!.AsArray().Select(arn => (string?)arn));
        Assert.True((bool?)row["logging_enabled"]);
        Assert.False(row.AsObject().ContainsKey("region"));
        Assert.Equal("CLOUDFRONT", (string?)collected.Rows(Rules)[0]!["scope"]);
        Assert.Equal((CoverageStatus.Complete, 1), (collected.Ended(Name, CoverageEntry.Global).Status, collected.Ended(Name, CoverageEntry.Global).Items));
    }

    [Fact]
    public async Task Logging_that_is_not_configured_is_off_and_hides_nothing_else()
    {
        var calls = Regional(answersLogging: false).Answer("ListWebACLs", NoMore, region: Home).Fail("GetLoggingConfiguration", AwsErrorKind.Failed, Nonexistent);
        var collected = await Collected.RunAsync(WebAcls.Collector, calls);
        Assert.All(collected.Rows(Name), row => Assert.False((bool?)row!["logging_enabled"]));
        Assert.All(collected.Rows(Name), row => Assert.Equal(2, (int?)row!["associated_resources_count"]));
        Assert.All(collected.Rows(Rules), row => Assert.False((bool?)row!["logging_enabled"]));
        Assert.Equal(CoverageStatus.Complete, collected.Ended(Name, "eu-west-1").Status);
    }

    [Fact]
    public async Task What_is_not_known_is_null_in_both_sections()
    {
        var calls = Regional(answersLogging: false).Answer("ListWebACLs", NoMore, region: Home)
            .Fail("GetLoggingConfiguration", AwsErrorKind.DeniedByPolicy, "AccessDeniedException");
        var collected = await Collected.RunAsync(WebAcls.Collector, calls);
        Assert.All(collected.Rows(Name).Concat(collected.Rows(Rules)), row => Assert.Null(row!["logging_enabled"]));
        Assert.Equal(CoverageStatus.DeniedIam, collected.Ended(Name, "eu-west-1").Status);
        Assert.Equal(CoverageStatus.DeniedIam, collected.Ended(Rules, "eu-west-1").Status);
    }

    [Fact]
    public async Task A_web_ACL_that_may_not_be_read_is_listed_by_its_name()
    {
        var calls = new CannedCalls().Fail("GetWebACL", AwsErrorKind.DeniedByPolicy, "AccessDeniedException", _ => true);
        var collected = await Collected.RunAsync(WebAcls.Collector, Answering(calls).Answer("ListWebACLs", List(null, "a1"), region: "eu-west-1").Answer("ListWebACLs", NoMore, region: Home));
        var row = Assert.Single(collected.Rows(Name))!;
        Assert.Equal("a1", (string?)row["name"]);
        Assert.Null(row["rules_count"]);
        Assert.Equal(2, (int?)row["associated_resources_count"]);
        Assert.Equal("wafv2:GetWebACL AccessDeniedException", collected.Ended(Rules, "eu-west-1").Error);
    }

    [Fact]
    public async Task A_web_ACL_that_was_deleted_meanwhile_is_none()
    {
        var calls = new CannedCalls().Fail("GetWebACL", AwsErrorKind.Failed, Nonexistent, _ => true);
        var collected = await Collected.RunAsync(WebAcls.Collector, Answering(calls).Answer("ListWebACLs", List(null, "a1"), region: "eu-west-1").Answer("ListWebACLs", NoMore, region: Home));
        Assert.Equal(CoverageStatus.Empty, collected.Ended(Name, "eu-west-1").Status);
    }

    [Fact]
    public async Task A_web_ACL_that_cannot_be_read_costs_itself_only()
    {
        var calls = new CannedCalls().Answer("GetWebACL", """{"WebACL":{"Rules":"none"},"LockToken":"l"}""", input => (string?)input["Name"] == "a1");
        var collected = await Collected.RunAsync(WebAcls.Collector, Listed(Answering(calls)).Answer("ListWebACLs", NoMore, region: Home));
        Assert.Equal("a2", (string?)Assert.Single(collected.Rows(Name))!["name"]);
        Assert.Equal(3, collected.Rows(Rules).Count);
        Assert.Equal(CoverageStatus.Failed, collected.Ended(Name, "eu-west-1").Status);
        Assert.Equal(CoverageStatus.Failed, collected.Ended(Rules, "eu-west-1").Status);
    }

    [Theory]
    [InlineData("WAFInvalidParameterException", 1, CoverageStatus.Complete)]
    [InlineData("WAFInternalErrorException", null, CoverageStatus.Failed)]
    public async Task A_type_of_resource_that_the_Region_lacks_is_none_and_one_that_fails_is_unknown(string code, int? count, CoverageStatus expected)
    {
        var calls = new CannedCalls().Fail("ListResourcesForWebACL", AwsErrorKind.Failed, code, input => IsOfType(input, "API_GATEWAY"));
        var collected = await Collected.RunAsync(WebAcls.Collector, Answering(calls).Answer("ListWebACLs", List(null, "a1"), region: "eu-west-1").Answer("ListWebACLs", NoMore, region: Home));
        Assert.Equal(count, (int?)Assert.Single(collected.Rows(Name))!["associated_resources_count"]);
        Assert.Equal(expected, collected.Ended(Name, "eu-west-1").Status);
        Assert.Equal(CoverageStatus.Complete, collected.Ended(Rules, "eu-west-1").Status);
    }

    [Fact]
    public async Task A_failure_on_the_second_page_keeps_the_first_in_both_sections()
    {
        var calls = Answering(new CannedCalls()).Answer("ListWebACLs", NoMore, region: Home)
            .Answer("ListWebACLs", List("a1", "a1"), input => !input.ContainsKey("NextMarker"), "eu-west-1")
            .Fail("ListWebACLs", AwsErrorKind.Throttled, "ThrottlingException", input => input.ContainsKey("NextMarker"), "eu-west-1");
        var collected = await Collected.RunAsync(WebAcls.Collector, calls);
        Assert.Equal((1, 3), (collected.Rows(Name).Count, collected.Rows(Rules).Count));
        Assert.Equal(CoverageStatus.Throttled, collected.Ended(Name, "eu-west-1").Status);
        Assert.Equal(CoverageStatus.Throttled, collected.Ended(Rules, "eu-west-1").Status);
    }

    [Fact]
    public async Task Without_CloudFront_there_is_no_global_scope()
    {
        var calls = new CannedCalls().Answer("ListWebACLs", NoMore, region: "eu-west-1")
            .Fail("ListWebACLs", AwsErrorKind.Failed, "WAFInvalidParameterException", region: Home);
        Assert.Equal(CoverageStatus.NotEnabled, (await Collected.RunAsync(WebAcls.Collector, calls)).Ended(Name, CoverageEntry.Global).Status);
    }

    private static CannedCalls Regional(bool answersLogging = true) => Listed(Answering(new CannedCalls(), answersLogging));

    private static CannedCalls Listed(CannedCalls calls) => calls
        .Answer("ListWebACLs", List("a1", "a1"), input => !input.ContainsKey("NextMarker"), "eu-west-1")
        .Answer("ListWebACLs", List("a2", "a2"), input => (string?)input["NextMarker"] == "a1", "eu-west-1")
        .Answer("ListWebACLs", NoMore, input => (string?)input["NextMarker"] == "a2", "eu-west-1");

    // What was added before is answered first, and for ever: the same call is not made twice.
    private static CannedCalls Answering(CannedCalls calls, bool answersLogging = true)
    {
        foreach (var name in new[] { "a1", "a2" })
        {
            calls.Answer("GetWebACL", Details(name), input => (string?)input["Name"] == name)
                .Answer("ListResourcesForWebACL", Resources($"alb/{name}"), input => IsOf(input, "WebACLArn", name) && IsOfType(input, "APPLICATION_LOAD_BALANCER"))
                .Answer("ListResourcesForWebACL", Resources($"api/{name}"), input => IsOf(input, "WebACLArn", name) && IsOfType(input, "API_GATEWAY"))
                .Answer("ListResourcesForWebACL", Resources($"app/{name}"), input => IsOf(input, "WebACLArn", name) && IsOfType(input, "AMPLIFY"));
        }

        calls.Answer("ListResourcesForWebACL", """{"ResourceArns":[]}""", input => !IsOfType(input, "APPLICATION_LOAD_BALANCER") && !IsOfType(input, "API_GATEWAY") && !IsOfType(input, "AMPLIFY"))
            .Answer("ListTagsForResource", """{"TagInfoForResource":{"TagList":[{"Key":"team","Value":"edge"}]}}""");
        return answersLogging
            ? calls.Answer("GetLoggingConfiguration", """{"LoggingConfiguration":{"ResourceArn":"arn","LogDestinationConfigs":["arn:aws:s3:::aws-waf-logs-x"]}}""")
            : calls;
    }

    private static bool IsOf(JsonObject input, string member, string name) => ((string?)input[member])!.Contains($"/{name}/", StringComparison.Ordinal);

    private static bool IsOfType(JsonObject input, string type) => (string?)input["ResourceType"] == type;

    private static string Resources(string arn) => $$"""{"ResourceArns":["{{arn}}"]}""";

    private static string Arn(string name, string place) => $"arn:aws:wafv2:eu-west-1:111122223333:{place}/webacl/{name}/{name[1..]}";

    private static string List(string? marker, string name, string place = "regional") =>
        $$"""
        {"WebACLs":[{"Name":"{{name}}","Id":"{{name[1..]}}","Description":"of {{name}}","LockToken":"l","ARN":"{{Arn(name, place)}}"}]
         {{(marker is null ? "" : $",\"NextMarker\":\"{marker}\"")}} }
        """;

    private static string Details(string name)
    {
        const string Seen = """{"SampledRequestsEnabled":true,"CloudWatchMetricsEnabled":false,"MetricName":"m"}""";
        const string Unseen = """{"SampledRequestsEnabled":false,"CloudWatchMetricsEnabled":false,"MetricName":"m"}""";
        return $$$"""
            {"WebACL":{"Name":"{{{name}}}","Id":"{{{name[1..]}}}","ARN":"{{{Arn(name, "regional")}}}","DefaultAction":{"Allow":{}},"Capacity":703,"VisibilityConfig":{{{Seen}}},"Rules":[
              {"Name":"r1","Priority":1,"Action":{"Block":{}},"Statement":{"GeoMatchStatement":{"CountryCodes":["KP"]}},"VisibilityConfig":{{{Seen}}}},
              {"Name":"r2","Priority":2,"OverrideAction":{"None":{}},"VisibilityConfig":{{{Unseen}}},
               "Statement":{"ManagedRuleGroupStatement":{"VendorName":"AWS","Name":"AWSManagedRulesSQLiRuleSet"} } },
              {"Name":"r3","Priority":3,"Action":{"Count":{}},"Statement":{"RateBasedStatement":{"Limit":100,"AggregateKeyType":"IP"}},"VisibilityConfig":{{{Unseen}}} }] },
             "LockToken":"l"}
            """;
    }

    private static string Distributions(string marker, string id) =>
        $"""
        <DistributionList xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Marker/>{marker}<MaxItems>100</MaxItems>
        <IsTruncated>{(marker.Length > 0 ? "true" : "false")}</IsTruncated><Quantity>1</Quantity>
        <Items><DistributionSummary><Id>{id}</Id><ARN>arn:aws:cloudfront::111122223333:distribution/{id}</ARN></DistributionSummary></Items></DistributionList>
        """;
}
