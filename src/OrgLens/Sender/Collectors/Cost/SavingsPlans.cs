using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Cost;

/// <summary>Savings Plans of all types.</summary>
/// <remarks>
/// https://docs.aws.amazon.com/savingsplans/latest/APIReference/API_DescribeSavingsPlans.html,
/// https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_GetSavingsPlansUtilizationDetails.html
/// </remarks>
internal static class SavingsPlans
{
    private static readonly AwsOperation DescribeSavingsPlans =
        AwsServices.SavingsPlans.Post("DescribeSavingsPlans", "/DescribeSavingsPlans") with { Paging = AwsPaging.LowerNextToken(1000) };

    private static readonly AwsOperation GetSavingsPlansUtilizationDetails = AwsServices.CostExplorer.Operation("GetSavingsPlansUtilizationDetails") with
    {
        // Each page is paid for, and 20 plans are one if nothing is said.
        Paging = AwsPaging.NextToken(100),
        PriceUsd = 0.01m,
    };

    private static readonly AwsOperation GetSavingsPlansCoverage =
        AwsServices.CostExplorer.Operation("GetSavingsPlansCoverage") with { PriceUsd = 0.01m };

    // Cost Explorer has nothing of the period (yet).
    private static readonly string[] NoData = ["DataUnavailableException"];

    public static readonly CommitmentKind Kind = new(
        "Savings Plan", "AWS Savings Plans", [DescribeSavingsPlans, GetSavingsPlansUtilizationDetails, GetSavingsPlansCoverage], ListAsync, UseAsync, CoverAsync);

    private static async Task<IReadOnlyList<Commitment>> ListAsync(CollectorRun run, OutputRun output, CancellationToken cancellationToken)
    {
        var input = new JsonObject { ["states"] = new JsonArray("active", "retired") };
        var (plans, _) = await output.TryListAsync(DescribeSavingsPlans, run.Region, "savingsPlans", input, [], cancellationToken);
        return
        [
            // One that is retired may have been of use in the window, and ended in it.
            .. plans.Where(plan => plan.Text("state") != "retired" || plan.Instant("end") > run.Window.StartInstant)
                .Select(plan => new Commitment(plan.Text("savingsPlanId") ?? string.Empty, plan.Text("state") != "retired", row => Write(row, plan))),
        ];
    }

    private static async Task<IReadOnlyDictionary<string, CommitmentFigures>> UseAsync(CollectorRun run, OutputRun output, CancellationToken cancellationToken)
    {
        var input = new JsonObject { ["TimePeriod"] = CostExplorerInput.Period(run), ["Filter"] = CostExplorerInput.OfAccount(run) };
        var (plans, _) = await output.TryListAsync(
            GetSavingsPlansUtilizationDetails, run.Region, "SavingsPlansUtilizationDetails", input, NoData, cancellationToken);
        var figures = new Dictionary<string, CommitmentFigures>(StringComparer.Ordinal);
        foreach (var plan in plans)
        {
            // The id ends the ARN.
            figures[plan.Text("SavingsPlanArn")?.Split('/')[^1] ?? string.Empty] = new CommitmentFigures(
                plan.Number("Utilization.UtilizationPercentage"), plan.Number("Savings.OnDemandCostEquivalent"), plan.Number("Utilization.UsedCommitment"),
                plan.Number("Savings.NetSavings"));
        }

        return figures;
    }

    private static async Task<decimal?> CoverAsync(CollectorRun run, OutputRun output, CancellationToken cancellationToken)
    {
        var input = new JsonObject
        {
            ["TimePeriod"] = CostExplorerInput.Period(run),
            ["Granularity"] = run.Window.Granularity,
            ["Filter"] = CostExplorerInput.OfAccount(run),
        };
        var answer = await output.TryCallAsync(GetSavingsPlansCoverage, input, NoData, cancellationToken);
        if (answer.GetValueOrDefault().List("SavingsPlansCoverages") is not [var only, ..])
        {
            return null;
        }

        var percentage = only.Number("Coverage.CoveragePercentage");
        if (percentage is null)
        {
            output.Missing(GetSavingsPlansCoverage, "Coverage.CoveragePercentage");
        }

        return percentage;
    }

    private static void Write(RowWriter row, AwsValue plan)
    {
        row.Text("instance_type", plan.Text("savingsPlanType"));
        row.Text("instance_family", plan.Text("ec2InstanceFamily"));
        row.Text("offering_type", plan.Text("paymentOption"));
        row.Text("offering_id", plan.Text("offeringId"));
        row.Text("savings_plan_arn", plan.Text("savingsPlanArn"));
        row.Text("product_types", string.Join(",", plan.Texts("productTypes")));
        row.Text("region", plan.Text("region"));
        row.Text("currency", plan.Text("currency"));
        row.Number("commitment", plan.Number("commitment"));
        row.Number("upfront_cost", plan.Number("upfrontPaymentAmount"));
        row.Number("recurring_cost", plan.Number("recurringPaymentAmount"));
        row.Instant("start_date", plan.Instant("start"));
        row.Instant("end_date", plan.Instant("end"));
        row.Instant("returnable_until", plan.Instant("returnableUntil"));
        row.Number("duration_seconds", plan.WholeNumber("termDurationInSeconds"));
        row.Text("state", plan.Text("state"));
        row.Text("description", plan.Text("description"));
    }
}
