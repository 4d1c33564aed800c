using System.Text.Json.Nodes;
using OrgLens.Aws;
using OrgLens.Sender;
using OrgLens.Sender.Collectors.Security;

namespace OrgLens.Tests.Sender.Collectors;

public sealed class SecurityHubFindingsTests
{
    private const string Name = "security.security_hub";

    [Fact]
    public async Task Active_findings_of_all_pages_and_newly_archived_ones_are_listed_by_product()
    {
        var calls = new CannedCalls()
            .Answer("GetFindings", Page(null, Finding("a-9", "GuardDuty", "HIGH", "NEW", "ARCHIVED")), IsArchived)
            .Answer("GetFindings", Page("t", Finding("a-1", "GuardDuty", "HIGH", "NEW"), Finding("a-2", "Inspector", "LOW", "SUPPRESSED")), IsActive(first: true))
            .Answer("GetFindings", Page(null, Finding("a-3", "GuardDuty", "INFORMATIONAL", "RESOLVED")), IsActive(first: false));
        var collected = await Collected.RunAsync(SecurityHubFindings.Collector, calls);
        var products = collected.Rows(Name);
        Assert.Equal(["GuardDuty", "Inspector"], products.Select(product => (string?)product!["service"]));
        Assert.Equal(["a-9", "a-1", "a-3"], Ids(products[0]!));
        var head = products[0]!.DeepClone().AsObject();
        head.Remove("findings");
        JsonAssert.Equal(
            """
            {"region":"eu-west-1","service":"GuardDuty","total_findings":2,"open_findings":1,"resolved_findings":1,
             "severity_counts":{"CRITICAL":0,"HIGH":1,"MEDIUM":0,"LOW":0,"INFORMATIONAL":1}}
            """,
            head);
        JsonAssert.Equal(
            """
            {"region":"eu-west-1","finding_id":"a-2","service":"AwsS3Bucket","title":"title of a-2","description":"what a-2 is","severity":"LOW","status":"SUPPRESSED",
             "resource_type":"AwsS3Bucket","resource_id":"arn:aws:s3:::b","created_at":"2026-05-01T10:00:00.123+00:00","updated_at":"2026-05-03T10:00:00+00:00",
             "recommendation":"close it","compliance_status":"FAILED","workflow_state":"","record_state":"ACTIVE","product_name":"Inspector","company_name":"AWS",
             "product_arn":"arn:aws:securityhub:eu-west-1::product/aws/x","generator_id":"g","generator":"Inspector"}
            """,
            products[1]!["findings"]![0]);
        Assert.Equal((CoverageStatus.Complete, 4, false), (collected.Ended(Name).Status, collected.Ended(Name).Items, collected.Ended(Name).OnlyChanges));
        Assert.Empty(await calls.DifferencesAsync());
    }

    [Fact]
    public async Task Only_findings_of_the_account_and_the_Region_are_asked_for_and_archived_ones_of_two_days()
    {
        var calls = new CannedCalls().Answer("GetFindings", Page(null));
        var collected = await Collected.RunAsync(SecurityHubFindings.Collector, calls);
        JsonAssert.Equal(
            """
            {"UpdatedAt":[{"Start":"2026-05-02T06:00:00.000Z","End":"2026-05-04T06:00:00.000Z"}],"RecordState":[{"Value":"ARCHIVED","Comparison":"EQUALS"}],
             "AwsAccountId":[{"Value":"111122223333","Comparison":"EQUALS"}],"Region":[{"Value":"eu-west-1","Comparison":"EQUALS"}]}
            """,
            calls.Made[0].Input["Filters"]);
        JsonAssert.Equal(
            """
            {"RecordState":[{"Value":"ACTIVE","Comparison":"EQUALS"}],"AwsAccountId":[{"Value":"111122223333","Comparison":"EQUALS"}],
             "Region":[{"Value":"eu-west-1","Comparison":"EQUALS"}]}
            """,
            calls.Made[1].Input["Filters"]);
        Assert.Equal(CoverageStatus.Empty, collected.Ended(Name).Status);
    }

    [Fact]
    public async Task A_failure_on_the_second_page_keeps_the_first_and_its_figures()
    {
        var calls = new CannedCalls()
            .Answer("GetFindings", Page(null), IsArchived)
            .Answer("GetFindings", Page("t", Finding("a-1", "GuardDuty", "HIGH", "NEW")), IsActive(first: true))
            .Fail("GetFindings", AwsErrorKind.TimedOut, "Timeout", IsActive(first: false));
        var collected = await Collected.RunAsync(SecurityHubFindings.Collector, calls);
        var product = Assert.Single(collected.Rows(Name))!;
        Assert.Equal(["a-1"], Ids(product));
        Assert.Equal(1, (int?)product["total_findings"]);
        Assert.Equal((CoverageStatus.Failed, "securityhub:GetFindings Timeout"), (collected.Ended(Name).Status, collected.Ended(Name).Error));
    }

    [Theory]
    [InlineData(AwsErrorKind.Throttled, "LimitExceededException", CoverageStatus.Throttled)]
    [InlineData(AwsErrorKind.Failed, "InternalException", CoverageStatus.Failed)]
    public async Task Active_findings_are_listed_though_the_archived_ones_are_not_known(AwsErrorKind kind, string code, CoverageStatus expected)
    {
        var calls = new CannedCalls()
            .Fail("GetFindings", kind, code, IsArchived)
            .Answer("GetFindings", Page(null, Finding("a-1", "GuardDuty", "HIGH", "NEW")), IsActive(first: true));
        var collected = await Collected.RunAsync(SecurityHubFindings.Collector, calls);
        Assert.Single(collected.Rows(Name));
        Assert.Equal((expected, 1), (collected.Ended(Name).Status, collected.Ended(Name).Items));
    }

    [Fact]
    public async Task A_finding_that_cannot_be_read_is_left_out_of_rows_and_figures()
    {
        var spoiled = Finding("a-2", "GuardDuty", "HIGH", "NEW").Replace("\"2026-05-03T10:00:00Z\"", "\"yesterday\"", StringComparison.Ordinal);
        var nameless = Finding("a-3", "GuardDuty", "HIGH", "NEW").Replace("\"ProductName\":\"GuardDuty\"", "\"ProductName\":7", StringComparison.Ordinal);
        var calls = new CannedCalls()
            .Answer("GetFindings", Page(null), IsArchived)
            .Answer("GetFindings", Page(null, spoiled, nameless, Finding("a-1", "GuardDuty", "HIGH", "NEW")), IsActive(first: true));
        var collected = await Collected.RunAsync(SecurityHubFindings.Collector, calls);
        var product = Assert.Single(collected.Rows(Name))!;
        Assert.Equal(["a-1"], Ids(product));
        Assert.Equal(1, (int?)product["total_findings"]);
        Assert.Equal(CoverageStatus.Failed, collected.Ended(Name).Status);
    }

    [Theory]
    [InlineData(AwsErrorKind.NotEnabled, "InvalidAccessException", CoverageStatus.NotEnabled)]
    [InlineData(AwsErrorKind.DeniedByPolicy, "AccessDeniedException", CoverageStatus.DeniedIam)]
    public async Task Where_it_is_off_or_denied_one_call_says_so(AwsErrorKind kind, string code, CoverageStatus expected)
    {
        var collected = await Collected.RunAsync(SecurityHubFindings.Collector, new CannedCalls().Fail("GetFindings", kind, code));
        Assert.Empty(collected.Rows(Name));
        Assert.Equal((expected, 1), (collected.Ended(Name).Status, collected.Ended(Name).Calls));
    }

    private static bool IsArchived(JsonObject input) => (string?)input["Filters"]!["RecordState"]![0]!["Value"] == "ARCHIVED";

    private static Func<JsonObject, bool> IsActive(bool first) => input => !IsArchived(input) && input.ContainsKey("NextToken") != first;

    private static IEnumerable<string?> Ids(JsonNode product) => product["findings"]!.AsArray().Select(finding => (string?)finding!["finding_id"]);

    private static string Page(string? token, params string[] findings) =>
        $$"""{"Findings":[{{string.Join(',', findings)}}]{{(token is null ? "" : $",\"NextToken\":\"{token}\"")}} }""";

    private static string Finding(string id, string product, string severity, string status, string state = "ACTIVE") =>
        $$"""
        {"SchemaVersion":"2018-10-08","Id":"{{id}}","ProductArn":"arn:aws:securityhub:eu-west-1::product/aws/x","ProductName":"{{product}}","CompanyName":"AWS",
         "Region":"eu-west-1","GeneratorId":"g","AwsAccountId":"111122223333","CreatedAt":"2026-05-01T10:00:00.123Z","UpdatedAt":"2026-05-03T10:00:00Z",
         "Severity":{"Label":"{{severity}}"},"Title":"title of {{id}}","Description":"what {{id}} is","Remediation":{"Recommendation":{"Text":"close it"} },
         "Resources":[{"Type":"AwsS3Bucket","Id":"arn:aws:s3:::b"}],"Compliance":{"Status":"FAILED"},"Workflow":{"Status":"{{status}}"},"RecordState":"{{state}}"}
        """;
}
