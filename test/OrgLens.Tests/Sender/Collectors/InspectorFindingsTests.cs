using OrgLens.Aws;
using OrgLens.Sender;
using OrgLens.Sender.Collectors.Security;

namespace OrgLens.Tests.Sender.Collectors;

public sealed class InspectorFindingsTests
{
    private const string Name = "security.inspector";

    [Fact]
    public async Task Findings_of_all_pages_are_listed_in_every_status()
    {
        var calls = new CannedCalls()
            .Answer("ListFindings", Page("t", Finding("1", "ACTIVE"), Finding("2", "CLOSED")), input => !input.ContainsKey("nextToken"))
            .Answer("ListFindings", Page(null, Finding("3", "SUPPRESSED")), input => (string?)input["nextToken"] == "t");
        var collected = await Collected.RunAsync(InspectorFindings.Collector, calls);
        Assert.Equal(["ACTIVE", "CLOSED", "SUPPRESSED"], collected.Rows(Name).Select(row => (string?)row!["status"]));
        JsonAssert.Equal(
            """
            {"region":"eu-west-1","finding_arn":"arn:aws:inspector2:eu-west-1:111122223333:finding/1","severity":"CRITICAL","status":"ACTIVE","type":"PACKAGE_VULNERABILITY",
             "title":"CVE-2026-1 - openssl","description":"d","first_observed_at":"2026-04-03T20:26:40.25+00:00","last_observed_at":"2026-04-04T00:00:00+00:00","updated_at":null}
            """,
            collected.Rows(Name)[0]);
        JsonAssert.Equal("""{"awsAccountId":[{"comparison":"EQUALS","value":"111122223333"}]}""", calls.Made[0].Input["filterCriteria"]);
        Assert.Equal((CoverageStatus.Complete, 3, 2), (collected.Ended(Name).Status, collected.Ended(Name).Items, collected.Ended(Name).Calls));
        Assert.Empty(await calls.DifferencesAsync());
    }

    [Theory]
    [InlineData("ENABLED", CoverageStatus.Empty)]
    [InlineData("DISABLED", CoverageStatus.NotEnabled)]
    [InlineData("SUSPENDED", CoverageStatus.NotEnabled)]
    public async Task No_findings_are_none_only_where_it_is_on(string status, CoverageStatus expected)
    {
        var calls = new CannedCalls().Answer("ListFindings", Page(null)).Answer("BatchGetAccountStatus", Account(status));
        var collected = await Collected.RunAsync(InspectorFindings.Collector, calls);
        Assert.Equal(expected, collected.Ended(Name).Status);
        Assert.Empty(await calls.DifferencesAsync());
    }

    [Theory]
    [InlineData(AwsErrorKind.DeniedByPolicy, "AccessDeniedException", CoverageStatus.DeniedIam)]
    [InlineData(AwsErrorKind.TimedOut, "Timeout", CoverageStatus.Failed)]
    public async Task Without_its_status_no_findings_are_not_called_none(AwsErrorKind kind, string code, CoverageStatus expected)
    {
        var calls = new CannedCalls().Answer("ListFindings", Page(null)).Fail("BatchGetAccountStatus", kind, code);
        Assert.Equal(expected, (await Collected.RunAsync(InspectorFindings.Collector, calls)).Ended(Name).Status);
        calls = new CannedCalls().Answer("ListFindings", Page(null)).Answer("BatchGetAccountStatus", """{"accounts":[]}""");
        Assert.Equal(CoverageStatus.Failed, (await Collected.RunAsync(InspectorFindings.Collector, calls)).Ended(Name).Status);
    }

    [Fact]
    public async Task A_failure_on_the_second_page_keeps_the_first()
    {
        var calls = new CannedCalls()
            .Answer("ListFindings", Page("t", Finding("1", "ACTIVE")), input => !input.ContainsKey("nextToken"))
            .Fail("ListFindings", AwsErrorKind.DeniedByScp, "AccessDeniedException", input => input.ContainsKey("nextToken"));
        var collected = await Collected.RunAsync(InspectorFindings.Collector, calls);
        Assert.Single(collected.Rows(Name));
        Assert.Equal(CoverageStatus.DeniedScp, collected.Ended(Name).Status);
    }

    [Theory]
    [InlineData("Invoking account does not have access to list findings.", CoverageStatus.NotEnabled)]
    [InlineData("User: arn:aws:sts::111122223333:assumed-role/r/s is not authorized to perform: inspector2:ListFindings", CoverageStatus.DeniedIam)]
    public async Task Its_own_refusal_is_told_from_a_missing_permission(string message, CoverageStatus expected)
    {
        var calls = new CannedCalls().Add("ListFindings", null, null, (operation, region) =>
            throw new AwsCallException(operation, region, AwsErrorKind.DeniedByPolicy, "AccessDeniedException") { ServiceMessage = message });
        Assert.Equal(expected, (await Collected.RunAsync(InspectorFindings.Collector, calls)).Ended(Name).Status);
    }

    private static string Page(string? token, params string[] findings) =>
        $$"""{"findings":[{{string.Join(',', findings)}}]{{(token is null ? "" : $",\"nextToken\":\"{token}\"")}} }""";

    private static string Finding(string id, string status) =>
        $$"""
        {"findingArn":"arn:aws:inspector2:eu-west-1:111122223333:finding/{{id}}","awsAccountId":"111122223333","type":"PACKAGE_VULNERABILITY","description":"d",
         "title":"CVE-2026-{{id}} - openssl","remediation":{"recommendation":{"text":"update"} },"severity":"CRITICAL","firstObservedAt":1775248000.25,
         "lastObservedAt":1775260800,"status":"{{status}}","resources":[{"type":"AWS_EC2_INSTANCE","id":"i-1"}]}
        """;

    private static string Account(string status)
    {
        var state = $$"""{"status":"{{status}}","errorCode":"INTERNAL_ERROR","errorMessage":"-"}""";
        return $$"""{"accounts":[{"accountId":"111122223333","state":{{state}},"resourceState":{"ec2":{{state}},"ecr":{{state}} } }]}""";
    }
}
