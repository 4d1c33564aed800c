using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Operations;

/// <summary>Compute Optimizer's advice for instances, volumes, functions and Auto Scaling groups: of each resource the best option.</summary>
/// <remarks>https://docs.aws.amazon.com/compute-optimizer/latest/APIReference/API_GetEC2InstanceRecommendations.html</remarks>
internal static class ComputeOptimizerRecommendations
{
    public static readonly Collector Collector = new("compute_optimizer")
    {
        Operations = [.. OptimizedKind.All.Select(kind => kind.Operation)],
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        foreach (var kind in OptimizedKind.All)
        {
            try
            {
                await CollectAsync(run, kind, cancellationToken);
            }
            catch (AwsCallException failure) when (run.StatusOf(failure) != CoverageStatus.NotEnabled)
            {
                // One kind is no reason to leave the others out; an account that has not opted in has none of them.
                run.Incomplete(failure);
            }
        }
    }

    private static async Task CollectAsync(CollectorRun run, OptimizedKind kind, CancellationToken cancellationToken)
    {
        await foreach (var page in run.PagesAsync(kind.Operation, null, cancellationToken))
        {
            foreach (var error in page.List("errors"))
            {
                run.Incomplete(CoverageStatus.Failed, $"{kind.Operation} {error.Text("code")}");
            }

            foreach (var advice in page.List(kind.List))
            {
                run.Write(row =>
                {
                    var option = advice.List(kind.Options).OrderBy(option => option.WholeNumber("rank") ?? long.MaxValue).FirstOrDefault();
                    var (current, recommended) = (kind.Current(advice), kind.Recommended(option));
                    var saving = option.Child("savingsOpportunity");
                    row.Text("account_id", advice.Text("accountId"));
                    row.Text("resource_type", kind.ResourceType);
                    row.Text("resource_arn", advice.Text(kind.Arn));
                    row.Text("resource_name", kind.Name(advice));
                    row.Text("finding", advice.Text("finding"));
                    row.Text("current_instance_type", current.InstanceType);
                    row.Number("current_memory_size", current.Memory);
                    row.Text("current_volume_type", current.VolumeType);
                    row.Number("current_volume_size", current.VolumeSize);
                    row.Text("recommended_instance_type", recommended.InstanceType);
                    row.Number("recommended_memory_size", recommended.Memory);
                    row.Text("recommended_volume_type", recommended.VolumeType);
                    row.Number("recommended_volume_size", recommended.VolumeSize);
                    row.Number("savings_opportunity_percentage", saving.Number("savingsOpportunityPercentage"));
                    row.Number("estimated_monthly_savings_usd", InUsd(saving.Child("estimatedMonthlySavings")));
                    row.Number("performance_risk", option.Number("performanceRisk"));
                    row.Number("cpu_utilization_max", kind.HasPercentages ? Metric(advice, "Cpu", "Maximum") : null);
                    // The service gives averages of some kinds only, else the maximum.
                    row.Number("memory_utilization_avg", kind.HasPercentages ? Metric(advice, "Memory", "Average") ?? Metric(advice, "Memory", "Maximum") : null);
                    row.Text("migration_effort", option.Text("migrationEffort"));
                });
            }
        }
    }

    private static decimal? InUsd(AwsValue amount) => (amount.Text("currency") ?? "USD") == "USD" ? amount.Number("value") : null;

    private static decimal? Metric(AwsValue advice, string name, string statistic) =>
        advice.List("utilizationMetrics").FirstOrDefault(metric => metric.Text("name") == name && metric.Text("statistic") == statistic).Number("value");
}
