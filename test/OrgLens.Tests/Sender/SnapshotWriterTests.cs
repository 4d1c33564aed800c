using System.IO.Compression;
using OrgLens.Aws;
using OrgLens.Receiver;
using OrgLens.Sender;

namespace OrgLens.Tests.Sender;

/// <summary>The document that comes of a run.</summary>
public sealed class SnapshotWriterTests
{
    private static readonly string[] s_members =
    [
        "schema_version", "collected_at", "account", "config", "service", "cost", "security", "inventory", "marketplace", "trusted_advisor", "health", "application",
        "resilience_hub", "service_resources", "compute_optimizer", "ri_sp_savings", "config_inventory", "quicksight", "support_tickets", "logs", "coverage",
    ];

    private static readonly string[] s_products = ["Inspector", "GuardDuty"];

    [Fact]
    public async Task A_document_without_rows_has_every_member()
    {
        var collected = await Collected.RunAsync([], new CannedCalls(), []);
        Assert.Equal(s_members, collected.Document.Select(member => member.Key));
        JsonAssert.Equal("{}", collected.Document["account"]);
        JsonAssert.Equal("{}", collected.Document["config"]);
        Assert.Equal(9, collected.Document["security"]!.AsObject().Count);
        Assert.Equal(8, collected.Document["inventory"]!.AsObject().Count);
        Assert.Equal(17, collected.Document["logs"]!.AsObject().Count);
    }

    [Fact]
    public async Task Rows_stand_in_the_order_of_the_plan_whichever_came_first()
    {
        var second = new TaskCompletionSource();
        var collector = Draft.Of(async (run, _) =>
        {
            if (run.Region == "eu-central-1")
            {
                await second.Task;
            }

            run.Write(row => row.Text("arn", run.Region));
            second.TrySetResult();
        });
        var collected = await Collected.RunAsync([collector], new CannedCalls(), ["eu-central-1", "eu-west-1"]);
        Assert.Equal(["eu-central-1", "eu-west-1"], collected.Rows("security.kms").Select(row => (string?)row!["arn"]));
    }

    [Fact]
    public async Task Many_rows_go_by_way_of_files_and_arrive_whole()
    {
        var collector = Draft.Of((run, _) =>
        {
            for (var i = 0; i < 5_000; i++)
            {
                run.Write(row => row.Text("arn", $"{i} {new string('x', i % 100)}"));
            }

            return Task.CompletedTask;
        });
        var collected = await Collected.RunAsync([collector], new CannedCalls(), ["eu-central-1", "eu-west-1"]);
        var rows = collected.Rows("security.kms");
        Assert.Equal(10_000, rows.Count);
        Assert.Equal(Enumerable.Range(0, 5_000).Select(i => $"{i} {new string('x', i % 100)}"), rows.Skip(5_000).Select(row => (string?)row!["arn"]));
        Assert.All(rows.Skip(5_000), row => Assert.Equal("eu-west-1", (string?)row!["region"]));
    }

    [Fact]
    public void Spooled_files_are_gone_with_the_snapshot()
    {
        var spool = new SectionSpool();
        for (var i = 0; i < 2_000; i++)
        {
            spool.For("security.kms", 0).Add(json => json.WriteString("arn", new string('x', 100)));
        }

        Assert.True(Directory.Exists(spool.Folder));
        spool.Close(0);
        spool.Dispose();
        Assert.False(Directory.Exists(spool.Folder));
    }

    [Fact]
    public async Task Objects_around_rows_have_their_own_members()
    {
        var hub = Draft.Of(
            (run, _) =>
            {
                foreach (var product in s_products)
                {
                    var holder = run.Holder(product);
                    holder.Write(row => row.Text("finding_id", $"{product} 1"));
                    holder.Write(row => row.Text("finding_id", $"{product} 2"));
                    holder.Head(head => head.Text("service", product));
                }

                return Task.CompletedTask;
            },
            "security.security_hub",
            "security.security_hub");
        var collected = await Collected.RunAsync([hub], new CannedCalls(), ["eu-west-1"]);
        JsonAssert.Equal(
            """
            [
              {"region":"eu-west-1","service":"GuardDuty","findings":[{"region":"eu-west-1","finding_id":"GuardDuty 1"},{"region":"eu-west-1","finding_id":"GuardDuty 2"}]},
              {"region":"eu-west-1","service":"Inspector","findings":[{"region":"eu-west-1","finding_id":"Inspector 1"},{"region":"eu-west-1","finding_id":"Inspector 2"}]}
            ]
            """,
            collected.Document["security"]!["security_hub"]);
        Assert.Equal(4, collected.Ended("security.security_hub").Items);
    }

    [Fact]
    public async Task An_object_whose_collector_failed_is_an_empty_list()
    {
        var calls = new CannedCalls().Fail("ListThings", AwsErrorKind.DeniedByPolicy, "AccessDenied");
        var collected = await Collected.RunAsync([Draft.Things("cost", "cost", CollectorScope.Global), Draft.Things("config", "config")], calls, ["eu-west-1"]);
        JsonAssert.Equal("[]", collected.Document["cost"]);
        JsonAssert.Equal("[]", collected.Document["config"]);
        Assert.Equal(("Fail", "Fail", "Pass"), (Status("cost"), Status("config"), Status("security")));
        JsonAssert.Equal(
            """[{"cost":"Global: denied_iam: kms:ListThings AccessDenied"},{"config":"eu-west-1: denied_iam: kms:ListThings AccessDenied"}]""",
            collected.Document["logs"]!["message"]);
        string? Status(string category) => (string?)collected.Document["logs"]![$"{category}_status"];
    }

    [Fact]
    public async Task The_receiver_reads_it()
    {
        var calls = new CannedCalls().Answer("ListThings", Draft.Page(null, "a", "b"));
        var plan = CollectionPlan.Create(Collected.Account, [Draft.Things()], ["eu-west-1"], [], CollectionWindow.Daily(new DateOnly(2026, 5, 4)), new CollectOptions());
        using var snapshot = await new CollectionRun(calls, new StoppedClock(Collected.Now)).RunAsync(plan, null, CancellationToken.None);
        using var compressed = new MemoryStream();
        await SnapshotWriter.WriteCompressedAsync(snapshot, compressed, CancellationToken.None);
        compressed.Position = 0;
        var outline = SnapshotOutline.Read(new GZipStream(compressed, CompressionMode.Decompress), SnapshotLimits.Default, isStrict: true);
        Assert.Equal((2, SnapshotWriter.SchemaVersion, Collected.Now), (outline.Rows["security.kms"], outline.SchemaVersion, outline.CollectedAt));
        Assert.Empty(outline.IgnoredMembers);
        Assert.Empty(outline.Failed);
        Assert.NotNull(SnapshotKey.Parse(snapshot.Key));
    }

    [Fact]
    public async Task Coverage_says_how_each_collector_ended()
    {
        var calls = new CannedCalls().Answer("ListThings", Draft.Page(null, "a"));
        var collected = await Collected.RunAsync(Draft.Things() with { OnlyChanges = true }, calls);
        JsonAssert.Equal(
            """[{"collector":"security.kms","region":"eu-west-1","status":"complete","scope":"changes","items":1,"calls":1,"paid_calls":0,"duration_ms":0,"error":null}]""",
            collected.Document["coverage"]);
    }
}
