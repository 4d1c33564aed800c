using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Compliance;

/// <summary>Which conformance pack a rule belongs to. A pack's rules are its own, so that a rule has one pack or none.</summary>
/// <remarks>https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeConformancePackCompliance.html</remarks>
internal sealed class ConformancePacks
{
    /// <summary>Lists the packs.</summary>
    public static readonly AwsOperation DescribeConformancePacks = AwsServices.Config.Operation("DescribeConformancePacks") with
    {
        Paging = new AwsPaging("NextToken", "NextToken", "Limit", 20),
    };

    /// <summary>Lists a pack's rules.</summary>
    public static readonly AwsOperation DescribeConformancePackCompliance = AwsServices.Config.Operation("DescribeConformancePackCompliance") with
    {
        Paging = new AwsPaging("NextToken", "NextToken", "Limit", 1000),
    };

    // Deleted since the packs were listed.
    private static readonly string[] NoPack = ["NoSuchConformancePackException"];

    private readonly Dictionary<string, string> _packs = new(StringComparer.Ordinal);
    private bool _isComplete = true;

    private ConformancePacks()
    {
    }

    /// <summary>Asks Config. What can't be had is the resources' gap: their rows name the pack.</summary>
    public static async Task<ConformancePacks> FindAsync(CollectorRun run, OutputRun resources, CancellationToken cancellationToken)
    {
        var found = new ConformancePacks();
        var (packs, isComplete) = await resources.TryListAsync(DescribeConformancePacks, "ConformancePackDetails", null, [], cancellationToken);
        found._isComplete = isComplete;
        var names = packs.Select(pack => pack.Text("ConformancePackName")).OfType<string>().ToAsyncEnumerable();
        await foreach (var (pack, rules, hasAll) in run.SelectAsync(names, (pack, ct) => RulesAsync(resources, pack, ct), cancellationToken))
        {
            found._isComplete &= hasAll;
            foreach (var rule in rules)
            {
                found._packs[rule.Text("ConfigRuleName") ?? string.Empty] = pack;
            }
        }

        return found;
    }

    /// <summary>The pack of a rule, or <c>Standalone</c>; null when it may be in one that is not known.</summary>
    public string? Of(string rule) => _packs.GetValueOrDefault(rule) ?? (_isComplete ? "Standalone" : null);

    private static async Task<(string Pack, IReadOnlyList<AwsValue> Rules, bool HasAll)> RulesAsync(OutputRun resources, string pack, CancellationToken cancellationToken)
    {
        var input = new JsonObject { ["ConformancePackName"] = pack };
        var (rules, isComplete) = await resources.TryListAsync(
            DescribeConformancePackCompliance, "ConformancePackRuleComplianceList", input, NoPack, cancellationToken);
        return (pack, rules, isComplete);
    }
}
