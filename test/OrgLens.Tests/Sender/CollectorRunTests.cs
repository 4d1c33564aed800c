using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using OrgLens.Aws;
using OrgLens.Sender;

namespace OrgLens.Tests.Sender;

/// <summary>What a collector can do: follow-up calls, several outputs, paid calls.</summary>
public sealed class CollectorRunTests
{
    [Fact]
    public async Task Follow_up_work_is_done_several_at_a_time_and_written_in_the_lists_order()
    {
        var turns = Enumerable.Range(0, 20).Select(_ => new TaskCompletionSource<AwsValue>()).ToList();
        var running = 0;
        var seen = new ConcurrentQueue<int>();
        var calls = new CannedCalls().Answer("ListThings", Draft.Page(null, [.. Enumerable.Range(0, 20).Select(i => $"{i}")]));
        foreach (var i in Enumerable.Range(0, 20))
        {
            calls.Add("DescribeThing", input => (string?)input["Arn"] == $"{i}", null, async (operation, _) =>
            {
                seen.Enqueue(Interlocked.Increment(ref running));
                if (i >= 3)
                {
                    // The first ones are answered last.
                    turns[Math.Max(0, i - 3)].TrySetResult(default);
                }

                await (i < 17 ? turns[i].Task : Task.CompletedTask);
                Interlocked.Decrement(ref running);
                return CannedCalls.Read(operation, $$"""{"Name":"n{{i}}"}""");
            });
        }

        var collected = await Collected.RunAsync(FollowUp(), calls, new CollectOptions { ConcurrencyPerService = 4 });
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"{i} n{i}"), collected.Rows("security.kms").Select(row => $"{row!["arn"]} {row["description"]}"));
        Assert.Equal((4, 21), (seen.Max(), collected.Ended("security.kms").Calls));
    }

    [Fact]
    public async Task A_follow_up_call_that_fails_leaves_a_row_with_what_is_known_and_no_complete_list()
    {
        var calls = new CannedCalls().Answer("ListThings", Draft.Page(null, "a", "b", "c", "d"))
            .Fail("DescribeThing", AwsErrorKind.Throttled, "Slow", input => (string?)input["Arn"] == "b")
            .Fail("DescribeThing", AwsErrorKind.DeniedByPolicy, "Denied", input => (string?)input["Arn"] is "a" or "c")
            .Answer("DescribeThing", """{"Name":"n"}""");
        var collected = await Collected.RunAsync(FollowUp(), calls);
        Assert.Equal(["a ", "b ", "c ", "d n"], collected.Rows("security.kms").Select(row => $"{row!["arn"]} {row["description"]}"));
        var entry = collected.Ended("security.kms");
        Assert.Equal((CoverageStatus.Throttled, "kms:DescribeThing Slow", 4L), (entry.Status, entry.Error, entry.Items));
    }

    [Fact]
    public async Task An_error_code_that_is_an_answer_leaves_the_list_complete()
    {
        var calls = new CannedCalls().Answer("ListThings", Draft.Page(null, "a")).Fail("DescribeThing", AwsErrorKind.NotFound, "NoSuchConfiguration");
        var collected = await Collected.RunAsync(FollowUp("NoSuchConfiguration"), calls);
        Assert.Equal((CoverageStatus.Complete, null), (collected.Ended("security.kms").Status, collected.Ended("security.kms").Error));
    }

    [Fact]
    public async Task When_a_list_breaks_off_its_items_are_finished()
    {
        var calls = new CannedCalls().Answer("ListThings", Draft.Page("t", "a", "b"), input => !input.ContainsKey("Token"))
            .Fail("ListThings", AwsErrorKind.TimedOut, "Timeout", input => input.ContainsKey("Token")).Answer("DescribeThing", """{"Name":"n"}""");
        var collected = await Collected.RunAsync(FollowUp(), calls);
        Assert.Equal(["a n", "b n"], collected.Rows("security.kms").Select(row => $"{row!["arn"]} {row["description"]}"));
        Assert.Equal((CoverageStatus.Failed, "kms:ListThings Timeout"), (collected.Ended("security.kms").Status, collected.Ended("security.kms").Error));
    }

    [Fact]
    public async Task Several_things_that_one_collector_enumerates_end_by_themselves()
    {
        var collector = Draft.Of(async (run, cancellationToken) =>
        {
            run.Write(row => row.Text("arn", "a"));
            await run.Output("security.waf_rules").TryCallAsync(Draft.Describe, null, [], cancellationToken);
        }) with
        { Others = [new CollectorOutput("security.waf_rules", "security.waf_rules"), new CollectorOutput("security.waf", "security.waf")] };
        var collected = await Collected.RunAsync(collector, new CannedCalls().Fail("DescribeThing", AwsErrorKind.DeniedByScp, "Denied"));
        Assert.Equal(
            ["security.kms Complete 1", "security.waf_rules DeniedScp 0", "security.waf Empty 0"],
            collected.Coverage.Select(entry => $"{entry.Collector} {entry.Status} {entry.Calls}"));
    }

    [Fact]
    public async Task A_regional_row_says_its_Region_and_a_global_one_does_not()
    {
        var collector = Draft.Of(
            (run, _) =>
            {
                run.Write(row => row.Text("arn", $"{run.IsGlobal} {run.Region}"));
                return Task.CompletedTask;
            },
            scope: CollectorScope.EveryRegionAndGlobal);
        var collected = await Collected.RunAsync([collector], new CannedCalls(), ["eu-west-1"]);
        JsonAssert.Equal("""[{"arn":"True us-east-1"},{"region":"eu-west-1","arn":"False eu-west-1"}]""", collected.Rows("security.kms"));
        Assert.Equal(["Global", "eu-west-1"], collected.Coverage.Select(entry => entry.Region));
    }

    [Fact]
    public async Task Paid_calls_end_at_the_budget()
    {
        var calls = new CannedCalls().Answer("GetPrice", "{}");
        var greedy = Draft.Of(async (run, cancellationToken) =>
        {
            for (var i = 0; i < 10; i++)
            {
                await run.CallAsync(Draft.Priced, null, cancellationToken);
                run.Write(row => row.Text("arn", $"{i}"));
            }
        }) with
        { PaidCalls = 1 };
        var collected = await Collected.RunAsync(greedy, calls, new CollectOptions { PaidCalls = 3 });
        var entry = collected.Ended("security.kms");
        Assert.Equal((CoverageStatus.OverBudget, "ce:GetPrice: over budget", 3L, 3), (entry.Status, entry.Error, entry.Items, entry.Calls));
        Assert.Equal("over_budget", (string?)collected.Document["coverage"]![0]!["status"]);
    }

    [Fact]
    public async Task What_the_plan_reserved_is_not_taken_by_another()
    {
        var calls = new CannedCalls().Answer("GetPrice", "{}");
        var first = new TaskCompletionSource();
        var greedy = Draft.Of(async (run, cancellationToken) =>
        {
            try
            {
                for (var i = 0; i < 10; i++)
                {
                    await run.CallAsync(Draft.Priced, null, cancellationToken);
                }
            }
            finally
            {
                first.SetResult();
            }
        }) with
        { PaidCalls = 1 };
        var modest = Draft.Of(
            async (run, cancellationToken) =>
            {
                await first.Task;
                await run.CallAsync(Draft.Priced, null, cancellationToken);
            },
            "security.waf",
            "security.waf") with
        { PaidCalls = 1 };
        var collected = await Collected.RunAsync([greedy, modest], calls, ["eu-west-1"], new CollectOptions { PaidCalls = 3 });
        Assert.Equal([CoverageStatus.OverBudget, CoverageStatus.Empty], collected.Coverage.Select(entry => entry.Status));
        Assert.Equal(3, calls.Made.Count);
    }

    [Fact]
    public async Task Calls_in_flight_are_bounded_by_service_and_Region_and_in_all()
    {
        var inFlight = new ConcurrentDictionary<string, int>();
        var most = new ConcurrentDictionary<string, int>();
        void Count(string key, int by)
        {
            var now = inFlight.AddOrUpdate(key, by, (_, old) => old + by);
            most.AddOrUpdate(key, now, (_, old) => Math.Max(old, now));
        }

        var calls = new CannedCalls().Add("DescribeThing", null, null, async (_, region) =>
        {
            Count(region, 1);
            Count("all", 1);
            await Task.Yield();
            Count(region, -1);
            Count("all", -1);
            return default;
        });
        var eager = Draft.Of((run, cancellationToken) => Task.WhenAll(Enumerable.Range(0, 50).Select(i =>
            run.CallAsync(Draft.Describe, new JsonObject { ["I"] = i }, cancellationToken))));
        var collected = await Collected.RunAsync([eager], calls, ["a", "b", "c"], new CollectOptions { Concurrency = 4, ConcurrencyPerService = 2 });
        Assert.All(collected.Coverage, entry => Assert.Equal((CoverageStatus.Empty, 50), (entry.Status, entry.Calls)));
        Assert.All(most, pair => Assert.InRange(pair.Value, 1, pair.Key == "all" ? 4 : 2));
    }

    private static Collector FollowUp(params string[] expected) => Draft.Of(async (run, cancellationToken) =>
    {
        var things = run.ItemsAsync(Draft.List, "Things", null, cancellationToken);
        var described = run.SelectAsync(
            things,
            async (thing, ct) => (thing, (await run.TryCallAsync(Draft.Describe, new JsonObject { ["Arn"] = thing.Text("Arn") }, expected, ct)).GetValueOrDefault()),
            cancellationToken);
        await foreach (var (thing, details) in described)
        {
            run.Write(row =>
            {
                row.Text("arn", thing.Text("Arn"));
                row.Text("description", details.Text("Name"));
            });
        }
    });
}
