using System.Text.Json.Nodes;
using OrgLens.Aws;
using OrgLens.Sender;
using OrgLens.Sender.Collectors.Security;

namespace OrgLens.Tests.Sender.Collectors;

public sealed class GuardDutyFindingsTests
{
    private const string Name = "security.guard_duty";

    private const string Detectors = """{"detectorIds":["d1"]}""";

    [Fact]
    public async Task Findings_of_all_pages_are_fetched_in_batches()
    {
        var calls = Listed()
            .Answer("GetFindings", Batch(Finding("f1"), Finding("f2")), input => IsAskedFor(input, "f1", "f2"))
            .Answer("GetFindings", Batch(Finding("f3")), input => IsAskedFor(input, "f3"));
        var collected = await Collected.RunAsync(GuardDutyFindings.Collector, calls);
        Assert.Equal(["f1", "f2", "f3"], collected.Rows(Name).Select(row => (string?)row!["id"]));
        JsonAssert.Equal(
            """
            {"region":"eu-west-1","id":"f1","detector_id":"d1","type":"Recon:EC2/PortProbeUnprotectedPort","severity":2.5,"title":"t","description":"d",
             "created_at":"2026-05-01T10:00:00.123+00:00","updated_at":"2026-05-02T10:00:00+00:00","confidence":null}
            """,
            collected.Rows(Name)[0]);
        Assert.Equal((CoverageStatus.Complete, 3, 5), (collected.Ended(Name).Status, collected.Ended(Name).Items, collected.Ended(Name).Calls));
        Assert.Empty(await calls.DifferencesAsync());
    }

    [Fact]
    public async Task Only_the_account_s_own_findings_are_asked_for_and_no_archived_ones()
    {
        var calls = new CannedCalls().Answer("ListDetectors", Detectors).Answer("ListFindings", """{"findingIds":[]}""")
            .Answer("GetDetector", """{"serviceRole":"r","status":"ENABLED"}""");
        var collected = await Collected.RunAsync(GuardDutyFindings.Collector, calls);
        JsonAssert.Equal(
            """{"criterion":{"accountId":{"equals":["111122223333"]},"service.archived":{"equals":["false"]}}}""",
            calls.Made[1].Input["findingCriteria"]);
        Assert.Equal((CoverageStatus.Empty, 3), (collected.Ended(Name).Status, collected.Ended(Name).Calls));
        Assert.Empty(await calls.DifferencesAsync());
    }

    [Fact]
    public async Task A_suspended_detector_that_lists_nothing_is_not_enabled()
    {
        var calls = new CannedCalls().Answer("ListDetectors", Detectors).Answer("ListFindings", """{"findingIds":[]}""")
            .Answer("GetDetector", """{"serviceRole":"r","status":"DISABLED"}""");
        Assert.Equal(CoverageStatus.NotEnabled, (await Collected.RunAsync(GuardDutyFindings.Collector, calls)).Ended(Name).Status);
    }

    [Fact]
    public async Task Without_a_detector_it_is_not_enabled()
    {
        var collected = await Collected.RunAsync(GuardDutyFindings.Collector, new CannedCalls().Answer("ListDetectors", """{"detectorIds":[]}"""));
        Assert.Equal((CoverageStatus.NotEnabled, "no enabled detector"), (collected.Ended(Name).Status, collected.Ended(Name).Error));
    }

    [Fact]
    public async Task A_failure_on_the_second_page_keeps_the_first()
    {
        var calls = new CannedCalls().Answer("ListDetectors", Detectors)
            .Answer("ListFindings", """{"findingIds":["f1"],"nextToken":"t"}""", input => !input.ContainsKey("nextToken"))
            .Fail("ListFindings", AwsErrorKind.Throttled, "ThrottlingException", input => input.ContainsKey("nextToken"))
            .Answer("GetFindings", Batch(Finding("f1")));
        var collected = await Collected.RunAsync(GuardDutyFindings.Collector, calls);
        Assert.Single(collected.Rows(Name));
        Assert.Equal(CoverageStatus.Throttled, collected.Ended(Name).Status);
    }

    [Fact]
    public async Task A_batch_that_cannot_be_had_costs_its_findings_only()
    {
        var calls = Listed()
            .Fail("GetFindings", AwsErrorKind.Unreachable, "Connection", input => IsAskedFor(input, "f1", "f2"))
            .Answer("GetFindings", Batch(Finding("f3")), input => IsAskedFor(input, "f3"));
        var collected = await Collected.RunAsync(GuardDutyFindings.Collector, calls);
        Assert.Equal("f3", (string?)Assert.Single(collected.Rows(Name))!["id"]);
        Assert.Equal((CoverageStatus.Failed, "guardduty:GetFindings Connection"), (collected.Ended(Name).Status, collected.Ended(Name).Error));
    }

    private static CannedCalls Listed() => new CannedCalls()
        .Answer("ListDetectors", Detectors)
        .Answer("ListFindings", """{"findingIds":["f1","f2"],"nextToken":"t"}""", input => !input.ContainsKey("nextToken"))
        .Answer("ListFindings", """{"findingIds":["f3"],"nextToken":""}""", input => (string?)input["nextToken"] == "t");

    private static bool IsAskedFor(JsonObject input, params string[] ids) => input["findingIds"]!.AsArray().Select(id => (string?)id).SequenceEqual(ids);

    private static string Batch(params string[] findings) => $$"""{"findings":[{{string.Join(',', findings)}}]}""";

    private static string Finding(string id) =>
        $$"""
        {"accountId":"111122223333","arn":"arn:aws:guardduty:eu-west-1:111122223333:detector/d1/finding/{{id}}","id":"{{id}}","partition":"aws","region":"eu-west-1",
         "resource":{"resourceType":"Instance"},"schemaVersion":"2.0","service":{"archived":false,"detectorId":"d1"},"severity":2.5,"title":"t","description":"d",
         "type":"Recon:EC2/PortProbeUnprotectedPort","createdAt":"2026-05-01T10:00:00.123Z","updatedAt":"2026-05-02T10:00:00Z"}
        """;
}
