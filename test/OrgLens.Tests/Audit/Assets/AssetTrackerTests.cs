using System.Text.Json.Nodes;
using Amazon.Runtime;
using OrgLens.Audit.Assets;
using OrgLens.Audit.Trail;
using OrgLens.Aws;
using OrgLens.Local.DataApi;
using OrgLens.Tests.Cluster;
using OrgLens.Tests.Sender;
using static OrgLens.Tests.Audit.Assets.Authored;

namespace OrgLens.Tests.Audit.Assets;

public sealed class AssetTrackerTests
{
    [Fact]
    public async Task One_record_that_the_database_refuses_leaves_the_others_in()
    {
        await using var database = await TestDatabase.CreateAsync();
        var batch = Enumerable.Range(0, 10).Select(number => Run("2026-03-02T10:00:00Z", $"i-{number}")).ToList();
        // PostgreSQL stores no U+0000.
        batch[6] = Read(batch[6].Root.GetRawText().Replace("\"web\"", "\"we\\u0000b\"", StringComparison.Ordinal));
        var failure = Assert.Single(await database.Tracker().ApplyAsync(batch, CancellationToken.None));
        Assert.Equal(6, failure.Index);
        Assert.Equal("The database refuses its row (SQLSTATE 22P05).", failure.Reason);
        Assert.Equal("9|9", await database.RowAsync("select (select count(*) from assets), (select count(*) from asset_events)"));
    }

    [Fact]
    public async Task A_record_with_half_a_character_leaves_the_others_in()
    {
        await using var database = await TestDatabase.CreateAsync();
        var bad = Run("2026-03-02T10:00:00Z", "i-1").Root.GetRawText().Replace("\"web\"", "\"\\ud83d\"", StringComparison.Ordinal);
        var failures = await database.Tracker().ApplyAsync([Read(bad), Run("2026-03-02T10:00:00Z", "i-2")], CancellationToken.None);
        Assert.Equal(0, Assert.Single(failures).Index);
        Assert.Equal("i-2", await database.RowAsync("select resource_id from assets"));
    }

    [Fact]
    public async Task A_database_that_can_t_be_reached_fails_the_batch()
    {
        await using var database = await TestDatabase.CreateAsync();
        var tracker = new AssetTracker(
            new TrailLoad(database.App(TestDatabase.Once)), new AssetDescriber(new FakeAccounts(default(IAwsCalls)), TimeSpan.FromMinutes(1), TimeProvider.System), announcer: null);
        database.Faults.FailNext(1, DataApiFault.Throttling);
        await Assert.ThrowsAnyAsync<AmazonServiceException>(() => tracker.ApplyAsync([Run("2026-03-02T10:00:00Z", "i-1")], CancellationToken.None));
        Assert.Equal("0", await database.RowAsync("select count(*) from asset_events"));
    }

    [Theory]
    [InlineData(AwsErrorKind.DeniedByPolicy, "denied")]
    [InlineData(AwsErrorKind.DeniedByScp, "denied")]
    [InlineData(AwsErrorKind.NotEnabled, "not_enabled")]
    [InlineData(AwsErrorKind.RegionDisabled, "region_disabled")]
    [InlineData(AwsErrorKind.Throttled, "throttled")]
    [InlineData(AwsErrorKind.TimedOut, "timed_out")]
    [InlineData(AwsErrorKind.Failed, "failed")]
    [InlineData(AwsErrorKind.NotFound, "gone")]
    public async Task An_event_is_kept_whatever_becomes_of_the_question(AwsErrorKind kind, string status)
    {
        await using var database = await TestDatabase.CreateAsync();
        var calls = new CannedCalls().Fail("DescribeInstances", kind, "Code");
        Assert.Empty(await database.Tracker(new FakeAccounts(calls)).ApplyAsync([Run("2026-03-02T10:00:00Z", "i-1"), Run("2026-03-02T10:00:00Z", "i-2")], CancellationToken.None));
        Assert.Equal([$"i-1|pending|{status}|-|event", $"i-2|pending|{status}|-|event"], await database.RowsAsync("select resource_id, state, describe_status, described_at, source from assets order by 1"));
    }

    [Fact]
    public async Task An_account_that_can_t_be_entered_is_asked_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var accounts = new FakeAccounts(new AwsCallException(AwsServices.Sts.Operation("AssumeRole"), "us-east-1", AwsErrorKind.DeniedByPolicy, "AccessDenied"));
        Assert.Empty(await database.Tracker(accounts).ApplyAsync([Run("2026-03-02T10:00:00Z", "i-1"), .. FunctionLife("f").Take(1)], CancellationToken.None));
        Assert.Equal("denied|2", await database.RowAsync("select describe_status, count(*) from assets group by 1"));
        Assert.Equal(1, accounts.Asked);
    }

    [Fact]
    public async Task An_answer_counts_in_whatever_order_it_and_a_later_refusal_are_written()
    {
        const string answer = """{"arn":"arn:aws:ec2:us-east-1:111122223333:instance/i-1","resource_id":"i-1","attempted_at":"2026-03-02T10:00:00Z","status":"described","facts":{"state":"running"},"tags":{"Team":"shop"}}""";
        const string refusal = """{"arn":"arn:aws:ec2:us-east-1:111122223333:instance/i-1","attempted_at":"2026-03-02T10:05:00Z","status":"denied"}""";
        await using var database = await TestDatabase.CreateAsync();
        foreach (var batches in (string[][])[[answer, refusal], [refusal, answer], [$"{answer},{refusal}"], [$"{refusal},{answer}"]])
        {
            await database.ClearAsync();
            foreach (var (number, descriptions) in batches.Index())
            {
                var tagged = $$"""{"event_id":"{{new Guid(number, 0, 0, new byte[8])}}","arn":"arn:aws:ec2:us-east-1:111122223333:instance/i-1","kind":"ec2.instance","account":"111122223333","region":"us-east-1","resource_id":"i-1","event_time":"2026-03-02T09:30:00Z","event_name":"CreateTags","change":"tagged"}""";
                await database.ExecuteAsync($"select load.apply_assets('[{{\"events\":[{tagged}],\"descriptions\":[{descriptions}]}}]')");
            }

            Assert.Equal("running|shop|2026-03-02 10:00:00+00", await database.RowAsync("select state, team, described_at from assets"));
        }
    }

    [Fact]
    public async Task One_call_asks_about_all_instances_of_an_account_and_Region()
    {
        await using var database = await TestDatabase.CreateAsync();
        var calls = new CannedCalls().Answer(
            "DescribeInstances",
            """
            <DescribeInstancesResponse><requestId>r</requestId><reservationSet><item><instancesSet>
              <item><instanceId>i-1</instanceId><instanceType>t3.large</instanceType><instanceState><code>16</code><name>running</name></instanceState>
                <tagSet><item><key>Owner</key><value>jo</value></item></tagSet></item>
            </instancesSet></item></reservationSet></DescribeInstancesResponse>
            """);
        Assert.Empty(await database.Tracker(new FakeAccounts(calls)).ApplyAsync(
            [Run("2026-03-02T10:00:00Z", "i-1"), Run("2026-03-02T10:00:00Z", "i-2"), .. InstanceLife("i-3")], CancellationToken.None));
        Assert.Equal(
            ["i-1|running|t3.large|vpc-1|jo|{\"Owner\": \"jo\"}|described", "i-2|pending|t3.micro|vpc-1|-|{\"Name\": \"web\", \"Team\": \"shop\"}|gone", "i-3|terminated|t3.large|vpc-1|-|{\"Name\": \"web\", \"Team\": \"search\"}|-"],
            await database.RowsAsync("select resource_id, state, class, vpc_id, owner, tags, describe_status from assets order by 1"));
        Assert.Equal("""{"Filter":[{"Name":"instance-id","Value":["i-1","i-2"]}],"MaxResults":1000}""", Assert.Single(calls.Made).Input.ToJsonString());
        Assert.Empty(await calls.DifferencesAsync());
    }

    [Fact]
    public async Task A_change_is_told_until_it_was_heard_and_applied_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        var bus = new CannedCalls()
            .Fail("PutEvents", AwsErrorKind.Failed, "InternalException")
            .Answer("PutEvents", """{"FailedEntryCount":1,"Entries":[{"EventId":"1"},{"ErrorCode":"ThrottlingException","ErrorMessage":"slow"}]}""")
            .Answer("PutEvents", """{"FailedEntryCount":0,"Entries":[{"EventId":"1"}]}""");
        var tracker = database.Tracker(bus: bus);
        TrailRecord[] batch = [Run("2026-03-02T10:00:00Z", "i-1"), Run("2026-03-02T10:00:00Z", "i-2")];
        Assert.Equal([0, 1], (await tracker.ApplyAsync(batch, CancellationToken.None)).Select(failure => failure.Index));
        Assert.Equal("2|2", await database.RowAsync("select count(*), count(*) filter (where version = 1 and announced_version = 0) from assets"));
        Assert.NotEmpty(await tracker.ApplyAsync(batch, CancellationToken.None));
        Assert.Empty(await tracker.ApplyAsync(batch, CancellationToken.None));
        Assert.Empty(await tracker.ApplyAsync(batch, CancellationToken.None));
        Assert.Equal([2, 2, 1], bus.Made.Select(call => call.Input["Entries"]!.AsArray().Count));
        Assert.Equal("2|2", await database.RowAsync("select count(*), count(*) filter (where version = 1 and announced_version = 1) from assets"));
        var entry = Assert.Single(bus.Made[0].Input["Entries"]!.AsArray(), one => ((string)one!["Resources"]![0]!).EndsWith("/i-1", StringComparison.Ordinal))!;
        Assert.Equal(("orglens", "Asset Changed", "cmdb"), ((string?)entry["Source"], (string?)entry["DetailType"], (string?)entry["EventBusName"]));
        var detail = JsonNode.Parse((string)entry["Detail"]!)!;
        Assert.Equal(("appeared", "i-1", "pending", "web"), ((string?)detail["change"], (string?)detail["resource_id"], (string?)detail["state"], (string?)detail["name"]));
        Assert.Empty(await bus.DifferencesAsync());
    }

    [Fact]
    public async Task What_a_snapshot_noticed_is_told_with_the_next_event()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAsync(Listings.Of(1, Account, "complete", "i-1:running:t3.micro"));
        Assert.Equal("i-1", await database.RowAsync("select resource_id from view_assets"));
        var bus = new CannedCalls().Answer("PutEvents", """{"FailedEntryCount":0,"Entries":[{"EventId":"1"},{"EventId":"2"}]}""");
        Assert.Empty(await database.Tracker(bus: bus).ApplyAsync([Run("2026-03-02T10:00:00Z", "i-2")], CancellationToken.None));
        Assert.Equal(["i-1", "i-2"], await database.RowsAsync("select resource_id from assets where announced_version = version order by 1"));
        Assert.Equal(["i-1", "i-2"], await database.RowsAsync("select resource_id from view_assets order by 1"));
    }
}
