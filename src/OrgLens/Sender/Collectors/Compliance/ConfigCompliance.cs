using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Compliance;

/// <summary>
/// What AWS Config says of a Region: how many rules are met, and every resource that does not meet one now, whenever that was recorded.
/// Rules that are not evaluated (insufficient data, not applicable) count as neither.
/// </summary>
/// <remarks>
/// https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeComplianceByConfigRule.html,
/// https://docs.aws.amazon.com/config/latest/APIReference/API_GetComplianceDetailsByConfigRule.html
/// </remarks>
internal static class ConfigCompliance
{
    private const string Resources = "config.non_compliant_resources";

    private static readonly AwsOperation DescribeComplianceByConfigRule = AwsServices.Config.Operation("DescribeComplianceByConfigRule") with
    {
        Paging = AwsPaging.NextToken(),
    };

    private static readonly AwsOperation DescribeConfigurationRecorders = AwsServices.Config.Operation("DescribeConfigurationRecorders");

    public static readonly Collector Collector = new("config")
    {
        Operations =
        [
            DescribeComplianceByConfigRule, DescribeConfigurationRecorders, ConformancePacks.DescribeConformancePacks,
            ConformancePacks.DescribeConformancePackCompliance, RuleEvaluations.GetComplianceDetailsByConfigRule,
        ],
        Others = [new CollectorOutput(Resources, "config")],
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        // All rules before the first row: a report that counts half of them would be none.
        var rules = new List<(string Name, bool IsCompliant)>();
        var isUsed = false;
        await foreach (var rule in run.ItemsAsync(DescribeComplianceByConfigRule, "ComplianceByConfigRules", null, cancellationToken))
        {
            isUsed = true;
            switch (rule.Text("Compliance.ComplianceType"))
            {
                case ("COMPLIANT" or "NON_COMPLIANT") and var compliance:
                    rules.Add((rule.Text("ConfigRuleName") ?? throw new AwsAnswerException(DescribeComplianceByConfigRule, "ConfigRuleName", "is missing"), compliance == "COMPLIANT"));
                    break;
                case "INSUFFICIENT_DATA" or "NOT_APPLICABLE":
                    break;
                default:
                    // Whatever it means, what does not meet the rule is not known.
                    run.IncompleteAll(CoverageStatus.Failed, new AwsAnswerException(DescribeComplianceByConfigRule, "Compliance.ComplianceType", "is not known").Message);
                    break;
            }
        }

        // Periodic rules need no recorder: the account uses Config where it has one or the other.
        if (!isUsed && (await run.CallAsync(DescribeConfigurationRecorders, null, cancellationToken)).List("ConfigurationRecorders").Count == 0)
        {
            run.IncompleteAll(CoverageStatus.NotEnabled, "no recorder");
            return;
        }

        var report = new ConfigReport(run, rules.Count, rules.Count(rule => rule.IsCompliant));
        report.Write(null, null);
        run.Output("config").Count(1);
        if (rules.Count > 0)
        {
            await CollectEvaluationsAsync(run, report, rules, cancellationToken);
        }
        else
        {
            report.Write(0, 0);
        }
    }

    private static async Task CollectEvaluationsAsync(
        CollectorRun run, ConfigReport report, List<(string Name, bool IsCompliant)> rules, CancellationToken cancellationToken)
    {
        var resources = run.Output(Resources);
        var packs = await ConformancePacks.FindAsync(run, resources, cancellationToken);
        var fresh = new RuleCount();
        var evaluations = run.SelectAsync(rules.ToAsyncEnumerable(), (rule, ct) => RuleEvaluations.FindAsync(run, resources, rule.Name, rule.IsCompliant, ct), cancellationToken);
        await foreach (var found in evaluations)
        {
            fresh.Add(found);
            foreach (var evaluation in found.NonCompliant)
            {
                resources.Holder().Write(row =>
                {
                    var qualifier = evaluation.Child("EvaluationResultIdentifier.EvaluationResultQualifier");
                    row.Text("rule_name", found.Rule);
                    row.Text("resource_id", qualifier.Text("ResourceId"));
                    row.Text("resource_type", qualifier.Text("ResourceType"));
                    row.Instant("config_rule_invoked_time", evaluation.Instant("ResultRecordedTime"));
                    row.Text("conformance_pack", packs.Of(found.Rule));
                    row.Text("compliance_type", evaluation.Text("ComplianceType"));
                    row.Text("annotation", evaluation.Text("Annotation"));
                    row.Text("evaluation_mode", qualifier.Text("EvaluationMode"));
                });
            }
        }

        report.Write(fresh.Compliant, fresh.NonCompliant);
    }
}
