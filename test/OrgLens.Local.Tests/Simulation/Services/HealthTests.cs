using OrgLens.Local.Simulation;

namespace OrgLens.Local.Tests.Simulation.Services;

public sealed class HealthTests(SimulatedCloud cloud) : SimulationTest(cloud)
{
    private const string Region = "us-east-1";

    [Fact]
    public async Task Events_that_began_are_those_of_the_documents()
    {
        // Few days have events: those of some documents are looked for.
        var days = Enumerable.Range(0, 15).Select(age => SimulatedCloud.Today.AddDays(-age)).ToList();
        var expected = days.SelectMany(day => Document(day).GetProperty("health").EnumerateArray()).Select(row => row.GetProperty("arn").GetString()!).Order(StringComparer.Ordinal).ToList();

        var answer = await CallAsync("health", "describe_events", """{"filter": {"startTimes": [{"from": "2026-11-03T00:00:00Z", "to": "2026-11-18T00:00:00Z"}]}}""", region: Region);

        Assert.NotEmpty(expected);
        Assert.Equal(expected, answer["events"]!.AsArray().Select(notice => (string)notice!["arn"]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Events_have_pages_filters_details_and_affected_entities()
    {
        var events = await PagesAsync("health", "describe_events", "events", """{"maxResults": 10}""", "nextToken", region: Region);
        var closed = await CallAsync("health", "describe_events", """{"filter": {"eventStatusCodes": ["closed"], "eventTypeCategories": ["scheduledChange"]}}""", region: Region);
        var own = events.Where(notice => (string?)notice["eventScopeCode"] == "ACCOUNT_SPECIFIC").Select(notice => $"\"{notice["arn"]}\"").Take(9).ToList();

        var details = await CallAsync("health", "describe_event_details", $$"""{"eventArns": [{{string.Join(',', own)}}, "arn:aws:health:us-east-1::event/X/Y/Z"]}""", region: Region);
        var entities = await PagesAsync("health", "describe_affected_entities", "entities", $$"""{"filter": {"eventArns": [{{string.Join(',', own)}}]}, "maxResults": 10}""", "nextToken", region: Region);

        Assert.All(closed["events"]!.AsArray(), notice => Assert.NotNull(notice!["endTime"]));
        Assert.Equal((own.Count, 1), (details["successfulSet"]!.AsArray().Count, details["failedSet"]!.AsArray().Count));
        Assert.Equal(own.Count, entities.Select(entity => (string)entity["eventArn"]!).Distinct().Count());
    }

    [Fact]
    public async Task The_basic_plan_shows_no_events()
    {
        var error = await FailAsync("health", "describe_events", account: Cloud.Restricted, region: Region);

        Assert.Equal("SubscriptionRequiredException", error.Code);
    }

    private System.Text.Json.JsonElement Document(DateOnly day)
    {
        using var body = new MemoryStream();
        new SnapshotSimulator(SimulatedCloud.Plan).Write(new SimulatedDocument(Account, Home, day), body);
        return System.Text.Json.JsonDocument.Parse(body.ToArray()).RootElement;
    }
}
