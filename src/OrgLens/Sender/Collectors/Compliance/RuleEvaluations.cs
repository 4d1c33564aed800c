using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Compliance;

/// <summary>The current evaluations of a rule that is met, or not met.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="IsCompliant">Whether it is met.</param>
/// <param name="NonCompliant">The evaluations of the resources that do not meet it.</param>
/// <param name="IsFresh">Whether an evaluation of the rule's own state was recorded in the window; null: not known.</param>
internal sealed record RuleEvaluations(string Rule, bool IsCompliant, IReadOnlyList<AwsValue> NonCompliant, bool? IsFresh)
{
    /// <summary>Lists them.</summary>
    public static readonly AwsOperation GetComplianceDetailsByConfigRule = AwsServices.Config.Operation("GetComplianceDetailsByConfigRule") with
    {
        Paging = new AwsPaging("NextToken", "NextToken", "Limit", 100),
    };

    // Deleted since the rules were listed.
    private static readonly string[] NoRule = ["NoSuchConfigRuleException"];

    /// <summary>Asks Config about a rule.</summary>
    public static Task<RuleEvaluations> FindAsync(
        CollectorRun run, OutputRun resources, string rule, bool isCompliant, CancellationToken cancellationToken) =>
        isCompliant ? FindCompliantAsync(run, rule, cancellationToken) : FindNonCompliantAsync(run, resources, rule, cancellationToken);

    private static async Task<RuleEvaluations> FindNonCompliantAsync(CollectorRun run, OutputRun resources, string rule, CancellationToken cancellationToken)
    {
        var (items, isComplete) = await resources.TryListAsync(
            GetComplianceDetailsByConfigRule, "EvaluationResults", Input(rule, "NON_COMPLIANT"), NoRule, cancellationToken);
        try
        {
            return new RuleEvaluations(rule, false, items, items.Any(item => IsInWindow(run, item)) ? true : isComplete ? false : null);
        }
        catch (AwsAnswerException)
        {
            // Named when its row is written.
            return new RuleEvaluations(rule, false, items, null);
        }
    }

    // Of a rule that is met only this is asked: was it evaluated in the window? Its pages are left at the first that was.
    private static async Task<RuleEvaluations> FindCompliantAsync(CollectorRun run, string rule, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var item in run.ItemsAsync(GetComplianceDetailsByConfigRule, "EvaluationResults", Input(rule, "COMPLIANT"), cancellationToken))
            {
                if (IsInWindow(run, item))
                {
                    return new RuleEvaluations(rule, true, [], true);
                }
            }

            return new RuleEvaluations(rule, true, [], false);
        }
        catch (AwsCallException failure) when (NoRule.Contains(failure.Code))
        {
            return new RuleEvaluations(rule, true, [], false);
        }
        catch (AwsCallException failure)
        {
            run.Incomplete(failure);
        }
        catch (AwsAnswerException failure)
        {
            run.Incomplete(CoverageStatus.Failed, failure.Message);
        }

        return new RuleEvaluations(rule, true, [], null);
    }

    private static JsonObject Input(string rule, string type) => new() { ["ConfigRuleName"] = rule, ["ComplianceTypes"] = new JsonArray(type) };

    private static bool IsInWindow(CollectorRun run, AwsValue evaluation) =>
        evaluation.Instant("ResultRecordedTime") is { } recorded && recorded >= run.Window.StartInstant && recorded < run.Window.EndInstant;
}
