using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using OrgLens.Aws;
using OrgLens.Sender;

namespace OrgLens.Tests.Sender;

/// <summary>How jobs end, and that none disturbs another.</summary>
public sealed class CollectionRunTests
{
    private static readonly string[] s_regions = ["eu-central-1", "eu-west-1"];

    public static TheoryData<AwsErrorKind, CoverageStatus, string> Kinds => new()
    {
        { AwsErrorKind.DeniedByPolicy, CoverageStatus.DeniedIam, "denied_iam" },
        { AwsErrorKind.DeniedByScp, CoverageStatus.DeniedScp, "denied_scp" },
        { AwsErrorKind.NotEnabled, CoverageStatus.NotEnabled, "not_enabled" },
        { AwsErrorKind.RegionDisabled, CoverageStatus.RegionDisabled, "region_disabled" },
        { AwsErrorKind.Throttled, CoverageStatus.Throttled, "throttled" },
        { AwsErrorKind.TimedOut, CoverageStatus.Failed, "failed" },
        { AwsErrorKind.Unreachable, CoverageStatus.Failed, "failed" },
        { AwsErrorKind.Malformed, CoverageStatus.Failed, "failed" },
        { AwsErrorKind.NotFound, CoverageStatus.Failed, "failed" },
        { AwsErrorKind.Failed, CoverageStatus.Failed, "failed" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_failure_on_any_page_gives_its_status_keeps_the_rows_before_it_and_harms_no_other_job(AwsErrorKind kind, CoverageStatus status, string name)
    {
        foreach (var failing in Enumerable.Range(0, 3))
        {
            var calls = new CannedCalls();
            foreach (var page in Enumerable.Range(0, 3))
            {
                bool IsPage(JsonObject input) => ((string?)input["Token"] ?? "0") == $"{page}";
                _ = page == failing
                    ? calls.Fail("ListThings", kind, "Code", IsPage, "eu-west-1")
                    : calls.Answer("ListThings", Draft.Page(page < 2 ? $"{page + 1}" : null, $"w{page}"), IsPage, "eu-west-1");
                calls.Answer("ListThings", Draft.Page(page < 2 ? $"{page + 1}" : null, $"c{page}"), IsPage, "eu-central-1");
            }

            var collected = await Collected.RunAsync([Draft.Things()], calls, s_regions);
            var failed = collected.Ended("security.kms", "eu-west-1");
            Assert.Equal((status, (long)failing, failing + 1, "kms:ListThings Code"), (failed.Status, failed.Items, failed.Calls, failed.Error));
            Assert.Equal((CoverageStatus.Complete, 3L), (collected.Ended("security.kms", "eu-central-1").Status, collected.Ended("security.kms", "eu-central-1").Items));
            Assert.Equal(
                ["c0", "c1", "c2", .. Enumerable.Range(0, failing).Select(page => $"w{page}")],
                collected.Rows("security.kms").Select(row => (string?)row!["arn"]));
            Assert.Equal(name, (string?)collected.Document["coverage"]![1]!["status"]);
        }
    }

    [Fact]
    public async Task A_list_that_was_read_to_its_end_is_complete_or_empty()
    {
        var calls = new CannedCalls().Answer("ListThings", Draft.Page(null), region: "eu-central-1").Answer("ListThings", Draft.Page(null, "a"), region: "eu-west-1");
        var collected = await Collected.RunAsync([Draft.Things()], calls, s_regions);
        Assert.Equal(
            [(CoverageStatus.Empty, 0L, (string?)null), (CoverageStatus.Complete, 1L, null)],
            collected.Coverage.Select(entry => (entry.Status, entry.Items, entry.Error)));
    }

    [Theory]
    [InlineData("""{"Things":"none"}""", "kms:ListThings: Things is not a list")]
    [InlineData("""{"Things":[],"Token":5}""", "kms:ListThings: Token is not text")]
    public async Task An_answer_in_another_form_is_a_failure(string body, string error)
    {
        var collected = await Collected.RunAsync(Draft.Things(), new CannedCalls().Answer("ListThings", body));
        Assert.Equal((CoverageStatus.Failed, error), (collected.Ended("security.kms").Status, collected.Ended("security.kms").Error));
    }

    [Fact]
    public async Task A_repeated_token_is_a_failure_and_not_an_endless_list()
    {
        var collected = await Collected.RunAsync(Draft.Things(), new CannedCalls().Answer("ListThings", Draft.Page("same", "a")));
        Assert.Equal((CoverageStatus.Failed, 2, 2L), (collected.Ended("security.kms").Status, collected.Ended("security.kms").Calls, collected.Ended("security.kms").Items));
    }

    [Fact]
    public async Task A_collector_says_what_a_service_that_is_not_used_looks_like()
    {
        var calls = new CannedCalls().Fail("ListThings", AwsErrorKind.Failed, "NoRecorder", region: "eu-central-1").Fail("ListThings", AwsErrorKind.DeniedByPolicy, "Odd", region: "eu-west-1");
        var collector = Draft.Things() with { NotEnabledCodes = ["NoRecorder"], IsNotEnabled = failure => failure.Code == "Odd" };
        var collected = await Collected.RunAsync([collector], calls, s_regions);
        Assert.All(collected.Coverage, entry => Assert.Equal(CoverageStatus.NotEnabled, entry.Status));
    }

    [Fact]
    public async Task A_defect_in_one_collector_costs_only_that_one()
    {
        var calls = new CannedCalls().Answer("ListThings", Draft.Page(null, "a"));
        var collected = await Collected.RunAsync(
            [Draft.Of((_, _) => throw new NotSupportedException("canary")), Draft.Things("security.waf", "security.waf")], calls, ["eu-west-1"]);
        Assert.Equal((CoverageStatus.Failed, "NotSupportedException"), (collected.Ended("security.kms").Status, collected.Ended("security.kms").Error));
        Assert.Equal(CoverageStatus.Complete, collected.Ended("security.waf").Status);
        Assert.DoesNotContain("canary", collected.Document.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_that_is_not_declared_is_not_called()
    {
        var calls = new CannedCalls().Answer("ListThings", Draft.Page(null));
        var collected = await Collected.RunAsync(Draft.Things() with { Operations = [Draft.Describe] }, calls);
        Assert.Equal((CoverageStatus.Failed, 0), (collected.Ended("security.kms").Status, calls.Made.Count));
    }

    [Fact]
    public async Task At_the_deadline_the_document_is_written_with_what_is_there()
    {
        var clock = new StoppedClock(Collected.Now);
        var (listening, never) = (new TaskCompletionSource(), new TaskCompletionSource());
        var late = new TaskCompletionSource();
        var stubborn = Draft.Of(async (run, _) =>
        {
            run.Write(row => row.Text("arn", "in time"));
            listening.SetResult();
            await never.Task;
            run.Write(row => row.Text("arn", "late"));
            run.Output("security.waf_rules").Write(row => row.Text("rule_name", "late, in a section of its own"));
            late.SetResult();
        }) with
        { Others = [new CollectorOutput("security.waf_rules", "security.waf_rules")] };
        var calls = new CannedCalls().Answer("ListThings", Draft.Page(null, "a"));
        var plan = Plan([stubborn, Draft.Things("security.waf", "security.waf")], ["eu-west-1"], new CollectOptions { Deadline = TimeSpan.FromMinutes(5) });
        var running = new CollectionRun(calls, clock).RunAsync(plan, null, CancellationToken.None);
        await listening.Task;
        clock.Advance(TimeSpan.FromMinutes(5));
        using var snapshot = await running;
        never.SetResult();
        await late.Task;
        var collected = await Collected.ReadAsync(snapshot, calls);
        var entry = collected.Ended("security.kms");
        Assert.Equal((CoverageStatus.Failed, "deadline", 1L, TimeSpan.FromMinutes(5)), (entry.Status, entry.Error, entry.Items, entry.Duration));
        Assert.Equal("in time", (string?)Assert.Single(collected.Rows("security.kms"))!["arn"]);
        Assert.Empty(collected.Rows("security.waf_rules"));
        Assert.Equal(Collected.Now, snapshot.CollectedAt);
    }

    [Fact]
    public async Task A_call_that_waits_is_cancelled_at_the_deadline()
    {
        var clock = new StoppedClock(Collected.Now);
        var waiting = new TaskCompletionSource();
        var calls = new CannedCalls().Add("ListThings", null, null, (_, _) =>
        {
            waiting.SetResult();
            return new TaskCompletionSource<AwsValue>().Task;
        });
        var running = new CollectionRun(calls, clock).RunAsync(Plan([Draft.Things()], ["eu-west-1"], new CollectOptions()), null, CancellationToken.None);
        await waiting.Task;
        clock.Advance(new CollectOptions().Deadline);
        using var snapshot = await running;
        Assert.Equal((CoverageStatus.Failed, "deadline", 1), (snapshot.Coverage[0].Status, snapshot.Coverage[0].Error, snapshot.Coverage[0].Calls));
        Assert.True(snapshot.HasGaps);
    }

    [Fact]
    public async Task Cancellation_ends_the_run_without_a_snapshot()
    {
        using var cancelled = new CancellationTokenSource();
        var calls = new CannedCalls().Add("ListThings", null, null, (_, _) =>
        {
            cancelled.Cancel();
            return new TaskCompletionSource<AwsValue>().Task;
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new CollectionRun(calls, new StoppedClock(Collected.Now)).RunAsync(Plan([Draft.Things()], ["eu-west-1"], new CollectOptions()), null, cancelled.Token));
    }

    [Fact]
    public async Task Every_job_that_ends_is_told()
    {
        var told = new Told();
        var calls = new CannedCalls().Answer("ListThings", Draft.Page(null, "a"));
        using var snapshot = await new CollectionRun(calls, new StoppedClock(Collected.Now)).RunAsync(Plan([Draft.Things()], s_regions, new CollectOptions()), told, CancellationToken.None);
        Assert.Equal([1, 2], told.Progress.Select(progress => progress.Done).Order());
        Assert.All(told.Progress, progress => Assert.Equal((2, CoverageStatus.Complete), (progress.Total, Assert.Single(progress.Entries).Status)));
        Assert.False(snapshot.HasGaps);
        Assert.Equal("data/111122223333/2026-05-04_DAILY.json.gz", snapshot.Key);
    }

    private static CollectionPlan Plan(IReadOnlyList<Collector> collectors, IReadOnlyList<string> regions, CollectOptions options) =>
        CollectionPlan.Create(Collected.Account, collectors, regions, [], CollectionWindow.Daily(new DateOnly(2026, 5, 4)), options);

    private sealed class Told : IProgress<CollectionProgress>
    {
        public ConcurrentQueue<CollectionProgress> Progress { get; } = new();

        public void Report(CollectionProgress value) => Progress.Enqueue(value);
    }
}
