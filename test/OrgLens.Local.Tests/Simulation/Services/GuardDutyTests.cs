using System.Text.Json.Nodes;

namespace OrgLens.Local.Tests.Simulation.Services;

public sealed class GuardDutyTests(SimulatedCloud cloud) : SimulationTest(cloud)
{
    [Fact]
    public async Task Findings_of_the_day_are_those_of_the_document()
    {
        var expected = Document().GetProperty("security").GetProperty("guard_duty").EnumerateArray()
            .Select(row => (row.GetProperty("id").GetString(), row.GetProperty("title").GetString(), row.GetProperty("updated_at").GetString())).Order().ToList();
        var detector = await DetectorAsync();
        var from = SimulatedCloud.Now.AddDays(-1).ToUnixTimeMilliseconds();

        var listed = await CallAsync("guardduty", "list_findings", $$"""{"DetectorId": "{{detector}}", "FindingCriteria": {"Criterion": {"updatedAt": {"GreaterThanOrEqual": {{from}}} } } }""");
        var findings = await GetAsync(detector, listed["FindingIds"]!);

        Assert.NotEmpty(expected);
        Assert.Equal(expected, findings.Select(finding => ((string?)finding!["Id"], (string?)finding["Title"], (string?)finding["UpdatedAt"])).Order());
    }

    [Fact]
    public async Task Older_findings_come_page_by_page_in_the_order_that_was_asked_for()
    {
        var detector = await DetectorAsync();

        var ids = await PagesAsync("guardduty", "list_findings", "FindingIds", $$"""{"DetectorId": "{{detector}}", "MaxResults": 10, "SortCriteria": {"AttributeName": "updatedAt", "OrderBy": "DESC"} }""");
        var archived = await PagesAsync("guardduty", "list_findings", "FindingIds", $$"""{"DetectorId": "{{detector}}", "MaxResults": 10, "FindingCriteria": {"Criterion": {"service.archived": {"Eq": ["true"]} } } }""");
        var first = await GetAsync(detector, new JsonArray([.. ids.Take(10).Select(id => id.DeepClone())]));

        Assert.Equal(ids.Count, ids.Select(id => (string)id!).Distinct().Count());
        Assert.InRange(archived.Count, 1, ids.Count - 1);
        Assert.Equal(10, first.Count);
    }

    [Fact]
    public async Task There_is_no_detector_where_nothing_is_in_use_and_no_other_is_known()
    {
        var none = await CallAsync("guardduty", "list_detectors", region: "sa-east-1");
        var unknown = await FailAsync("guardduty", "get_detector", """{"DetectorId": "d"}""");

        Assert.Empty(none["DetectorIds"]!.AsArray());
        Assert.Equal("BadRequestException", unknown.Code);
        Assert.Equal("ENABLED", (string?)(await CallAsync("guardduty", "get_detector", $$"""{"DetectorId": "{{await DetectorAsync()}}"}"""))["Status"]);
    }

    private async Task<string> DetectorAsync() => (string)Assert.Single((await CallAsync("guardduty", "list_detectors"))["DetectorIds"]!.AsArray())!;

    private async Task<JsonArray> GetAsync(string detector, JsonNode ids) =>
        (await CallAsync("guardduty", "get_findings", $$"""{"DetectorId": "{{detector}}", "FindingIds": {{ids.ToJsonString()}}}"""))["Findings"]!.AsArray();
}
