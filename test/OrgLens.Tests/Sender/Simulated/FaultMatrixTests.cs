using OrgLens.Sender;

namespace OrgLens.Tests.Sender.Simulated;

/// <summary>
/// Every fault at every operation and every page of every collector. A collector that is added is in it as soon as it is in the list and
/// the simulated organization answers it.
/// </summary>
public sealed class FaultMatrixTests
{
    // The organization's view of an account is for few to see, and of a rule that is met no page is read after the first that says so.
    private static readonly (string Operation, CallFault Fault)[] s_answers =
    [
        ("organizations:DescribeAccount", CallFault.DeniedByPolicy),
        ("organizations:DescribeAccount", CallFault.DeniedByScp),
        ("config:GetComplianceDetailsByConfigRule", CallFault.RepeatedToken),
        // Outside the identity Region it is refused, page or no page.
        ("quicksight:ListNamespaces", CallFault.RepeatedToken),
    ];

    private static readonly Dictionary<CallFault, CoverageStatus> s_errors = new()
    {
        [CallFault.DeniedByPolicy] = CoverageStatus.DeniedIam,
        [CallFault.DeniedByScp] = CoverageStatus.DeniedScp,
        [CallFault.Throttled] = CoverageStatus.Throttled,
        [CallFault.Timeout] = CoverageStatus.Failed,
        [CallFault.NoAnswer] = CoverageStatus.Failed,
        [CallFault.ConnectionReset] = CoverageStatus.Failed,
        [CallFault.ServerError] = CoverageStatus.Failed,
        [CallFault.MalformedBody] = CoverageStatus.Failed,
        [CallFault.Html] = CoverageStatus.Failed,
        [CallFault.NotSubscribed] = CoverageStatus.NotEnabled,
        [CallFault.RegionDisabled] = CoverageStatus.RegionDisabled,
        [CallFault.AccountSuspended] = CoverageStatus.Failed,
        [CallFault.RepeatedToken] = CoverageStatus.Failed,
    };

    public static TheoryData<string, CallFault> Errors => Of(s_errors.Keys);

    public static TheoryData<string, CallFault> Oddities => Of([CallFault.EmptyPage, CallFault.UnknownValues, CallFault.MissingMembers]);

    public static TheoryData<string> Collectors => [.. CollectorList.All.Select(collector => collector.Name)];

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task An_error_is_named_and_costs_nothing_else(string collector, CallFault fault)
    {
        var matrix = await FaultMatrix.OfAsync(collector);
        Assert.NotEmpty(matrix.Targets);
        foreach (var (call, page) in matrix.Targets.Where(target => fault != CallFault.RepeatedToken || target.Call.Operation.Paging is not null))
        {
            var run = await matrix.RunAsync(call, fault);
            var at = $"{fault} at page {page} of {call}:\n{string.Join('\n', run.Own)}";
            var harmed = run.Own.Where(entry => entry.Status != CleanOf(matrix, entry).Status).ToList();
            Assert.True(harmed.Count > 0 || s_answers.Contains((call.Operation.ToString(), fault)), $"Nobody was told: {at}");
            Assert.True(harmed.All(entry => entry.Status == s_errors[fault]), at);
            Assert.True(harmed.All(entry => entry.Error is not null), at);
            AssertWhole(matrix, run, at);
            if (fault != CallFault.AccountSuspended)
            {
                Assert.True(matrix.Clean.Others.SequenceEqual(run.Others), $"Others were harmed: {at}\n{string.Join('\n', run.Others)}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Oddities))]
    public async Task An_odd_answer_is_never_taken_for_an_end(string collector, CallFault fault)
    {
        var matrix = await FaultMatrix.OfAsync(collector);
        foreach (var (call, page) in matrix.Targets.Where(target => fault != CallFault.EmptyPage || target.Call.Operation.Paging is not null))
        {
            var run = await matrix.RunAsync(call, fault);
            var at = $"{fault} at page {page} of {call}:\n{string.Join('\n', run.Own)}";
            if (fault == CallFault.EmptyPage)
            {
                Assert.True(Statuses(matrix.Clean.Own).SequenceEqual(Statuses(run.Own)), at);
                AssertWhole(matrix, run, at);
            }

            AssertNothingLost(matrix, run, at);
        }
    }

    [Theory]
    [MemberData(nameof(Collectors))]
    public async Task A_member_that_is_missing_costs_no_item(string collector)
    {
        var matrix = await FaultMatrix.OfAsync(collector);
        foreach (var call in matrix.Targets.Select(target => target.Call).DistinctBy(call => (call.Operation, call.Token == "again")))
        {
            foreach (var member in await matrix.MembersAsync(call))
            {
                var run = await matrix.RunAsync(call, CallFault.MissingMembers, member);
                AssertNothingLost(matrix, run, $"{call} without {member}:\n{string.Join('\n', run.Own)}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Collectors))]
    public async Task Every_list_has_a_second_page_for_things_to_go_wrong_at(string collector)
    {
        var matrix = await FaultMatrix.OfAsync(collector);
        var pages = matrix.Targets.GroupBy(target => target.Call.Operation).Where(operation => operation.Key.Paging is not null);
        Assert.All(pages, operation => Assert.Contains(operation, target => target.Page > 0));
    }

    [Fact]
    public async Task Every_operation_is_in_the_matrix_but_those_for_what_the_account_lacks()
    {
        var called = new HashSet<string>(StringComparer.Ordinal);
        foreach (var collector in CollectorList.All)
        {
            called.UnionWith((await FaultMatrix.OfAsync(collector.Name)).Targets.Select(target => target.Call.Operation.ToString()));
        }

        var lacking = CollectorList.All.SelectMany(collector => collector.Operations).Select(operation => operation.ToString()).Distinct().Except(called).Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "config:DescribeConfigurationRecorders", "ecs:DescribeServices", "guardduty:GetDetector", "inspector2:BatchGetAccountStatus", "resource-explorer-2:GetDefaultView",
                "resource-explorer-2:GetView", "resource-explorer-2:ListResources", "s3:GetBucketLocation",
            ],
            lacking);
    }

    private static TheoryData<string, CallFault> Of(IEnumerable<CallFault> faults)
    {
        var data = new TheoryData<string, CallFault>();
        foreach (var fault in faults)
        {
            foreach (var collector in CollectorList.All)
            {
                data.Add(collector.Name, fault);
            }
        }

        return data;
    }

    private static CoverageEntry CleanOf(FaultMatrix matrix, CoverageEntry entry) =>
        matrix.Clean.Own.Single(clean => clean.Collector == entry.Collector && clean.Region == entry.Region);

    private static IEnumerable<CoverageStatus> Statuses(IEnumerable<CoverageEntry> entries) => entries.Select(entry => entry.Status);

    // What is called complete is as if nothing had gone wrong: only that marks rows as removed.
    private static void AssertWhole(FaultMatrix matrix, FaultyRun run, string at)
    {
        AssertNothingLost(matrix, run, at);
        foreach (var section in matrix.Collector.Outputs.GroupBy(output => output.Section, output => output.Name))
        {
            var isWhole = run.Own.Where(entry => section.Contains(entry.Collector)).All(entry => entry.Status is CoverageStatus.Complete or CoverageStatus.Empty);
            Assert.True(!isWhole || matrix.Clean.Rows[section.Key] == run.Rows[section.Key], $"{section.Key} differs and is called complete: {at}");
        }

        foreach (var (section, rows) in run.Rows.Where(pair => matrix.Collector.Outputs.All(output => output.Section != pair.Key)))
        {
            Assert.True(matrix.Clean.Rows[section] == rows || at.StartsWith(nameof(CallFault.AccountSuspended), StringComparison.Ordinal), $"{section} was harmed: {at}");
        }
    }

    private static void AssertNothingLost(FaultMatrix matrix, FaultyRun run, string at)
    {
        Assert.All(run.Own, entry =>
        {
            Assert.True(entry.Status is not (CoverageStatus.Complete or CoverageStatus.Empty) || entry.Items >= CleanOf(matrix, entry).Items, $"Items are lost: {at}");
            Assert.True(entry.Error?.EndsWith("Exception", StringComparison.Ordinal) is not true || entry.Error.Contains(' ', StringComparison.Ordinal), $"A defect: {at}");
        });
    }
}
