using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services.CostExplorer;

/// <summary><c>GetSavingsPlansUtilization</c>, <c>GetSavingsPlansUtilizationDetails</c> and <c>GetSavingsPlansCoverage</c>.</summary>
internal static class SavingsPlanUse
{
    // What one dollar of commitment replaces.
    private const double OnDemandFactor = 1.39;

    public static JsonObject Utilization(ApiCall call)
    {
        var plan = Plan(call);
        return new JsonObject
        {
            ["SavingsPlansUtilizationsByTime"] = Wire.List(CostPeriods.Cut(call).Select(period =>
            {
                var figures = Figures(call, plan, period);
                figures["TimePeriod"] = period.Json;
                return figures;
            })),
            ["Total"] = Figures(call, plan, CostPeriods.Whole(call)),
        };
    }

    public static JsonObject DetailsTotal(ApiCall call)
    {
        var whole = CostPeriods.Whole(call);
        return new JsonObject { ["Total"] = Figures(call, Plan(call), whole), ["TimePeriod"] = whole.Json };
    }

    public static IEnumerable<JsonNode?> Details(ApiCall call)
    {
        var plan = Plan(call);
        var details = Figures(call, plan, CostPeriods.Whole(call));
        details["SavingsPlanArn"] = plan.Arn;
        details["Attributes"] = new JsonObject
        {
            ["AccountId"] = call.Account.Id,
            ["AccountName"] = call.Account.Name,
            ["HourlyCommitment"] = Wire.Number(plan.Commitment),
            ["PaymentOption"] = "No Upfront",
            ["PurchaseTerm"] = "1yr",
            ["SavingsPlansType"] = "ComputeSavingsPlans",
            ["StartDateTime"] = Wire.Iso(plan.StartsAt),
            ["EndDateTime"] = Wire.Iso(plan.EndsAt),
            ["Status"] = "Active",
        };
        return [details];
    }

    public static IEnumerable<JsonNode?> Coverage(ApiCall call)
    {
        var plan = Plan(call);
        return CostPeriods.Cut(call).Select(period =>
        {
            var (_, used) = Used(call, plan, period);
            var covered = used * OnDemandFactor;
            var onDemand = covered * 0.35;
            return new JsonObject
            {
                ["Attributes"] = new JsonObject(),
                ["Coverage"] = new JsonObject
                {
                    ["SpendCoveredBySavingsPlans"] = Money(covered),
                    ["OnDemandCost"] = Money(onDemand),
                    ["TotalCost"] = Money(covered + onDemand),
                    ["CoveragePercentage"] = Wire.Number(covered > 0 ? Math.Round(covered / (covered + onDemand) * 100, 4) : 0),
                },
                ["TimePeriod"] = period.Json,
            };
        });
    }

    private static JsonObject Figures(ApiCall call, SavingsPlan plan, CostPeriod period)
    {
        var (committed, used) = Used(call, plan, period);
        return new JsonObject
        {
            ["Utilization"] = new JsonObject
            {
                ["TotalCommitment"] = Money(committed),
                ["UsedCommitment"] = Money(used),
                ["UnusedCommitment"] = Money(committed - used),
                ["UtilizationPercentage"] = Wire.Number(committed > 0 ? Math.Round(used / committed * 100, 2) : 0),
            },
            ["Savings"] = new JsonObject { ["NetSavings"] = Money(used * OnDemandFactor - committed), ["OnDemandCostEquivalent"] = Money(used * OnDemandFactor) },
            ["AmortizedCommitment"] = new JsonObject
            {
                ["AmortizedRecurringCommitment"] = Money(committed),
                ["AmortizedUpfrontCommitment"] = "0",
                ["TotalAmortizedCommitment"] = Money(committed),
            },
        };
    }

    private static (double Committed, double Used) Used(ApiCall call, SavingsPlan plan, CostPeriod period)
    {
        var days = period.Days.Where(day => day <= call.Yesterday && day.Midnight() >= plan.StartsAt).ToList();
        return (days.Count * 24 * plan.Commitment, days.Sum(day => 24 * plan.Commitment * plan.UtilizationOn(call.Account, day) / 100));
    }

    private static SavingsPlan Plan(ApiCall call) =>
        Commitments.SavingsPlan(call.World.Plan, call.Account) is { } plan && CostFilter.Holds(call, new Dictionary<string, string>
        {
            ["SAVINGS_PLAN_ARN"] = plan.Arn,
            ["LINKED_ACCOUNT"] = call.Account.Id,
            ["SAVINGS_PLANS_TYPE"] = "ComputeSavingsPlans",
            ["PAYMENT_OPTION"] = "No Upfront",
            ["REGION"] = "",
        })
            ? plan
            : throw new ApiException("DataUnavailableException", "There is no Savings Plans data for the given time period.");

    private static string Money(double amount) => Wire.Number(Math.Round(amount, 4));
}
