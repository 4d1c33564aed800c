using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Api.Protocols;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services;

/// <summary>Savings Plans: the one of the account, and one that has run out.</summary>
internal static class SavingsPlansApi
{
    public static ApiService Service { get; } = new("savingsplans", ApiProtocol.RestJson,
    [
        ApiOperation.Paged(
            "DescribeSavingsPlans", ["savingsPlanArns", "savingsPlanIds", "nextToken", "maxResults", "states", "filters"],
            new ApiPaging("savingsPlans") { TokenIn = "nextToken", TokenOut = "nextToken", Limit = "maxResults", Maximum = 1000 }, Plans, route: "POST /DescribeSavingsPlans"),
    ]);

    private static IEnumerable<JsonNode?> Plans(ApiCall call)
    {
        if (Commitments.SavingsPlan(call.World.Plan, call.Account) is not { } plan)
        {
            return [];
        }

        var id = call.Account.Stream.Child("retired-plan").Uuid();
        var retired = plan with { Id = id, Arn = $"arn:aws:savingsplans::{call.Account.Id}:savingsplan/{id}", StartsAt = plan.StartsAt.AddSeconds(-Commitments.YearInSeconds) };
        var (states, arns, ids) = (call.Input.Texts("states"), call.Input.Texts("savingsPlanArns"), call.Input.Texts("savingsPlanIds"));
        return new[] { (Plan: plan, State: "active"), (Plan: retired, State: "retired") }
            .Where(found => (states.Count == 0 || states.Contains(found.State)) && (arns.Count == 0 || arns.Contains(found.Plan.Arn)) && (ids.Count == 0 || ids.Contains(found.Plan.Id)))
            .Select(found => Describe(found.Plan, found.State));
    }

    private static JsonObject Describe(SavingsPlan plan, string state) => new()
    {
        ["offeringId"] = plan.OfferingId,
        ["savingsPlanId"] = plan.Id,
        ["savingsPlanArn"] = plan.Arn,
        ["description"] = "1 year No Upfront Compute Savings Plan",
        ["start"] = Wire.Iso(plan.StartsAt),
        ["end"] = Wire.Iso(plan.EndsAt),
        ["state"] = state,
        ["savingsPlanType"] = "Compute",
        ["paymentOption"] = "No Upfront",
        ["productTypes"] = Wire.Texts("EC2", "Fargate", "Lambda"),
        ["currency"] = "USD",
        ["commitment"] = Wire.Number(plan.Commitment),
        ["upfrontPaymentAmount"] = "0.0",
        ["recurringPaymentAmount"] = Wire.Number(plan.Recurring),
        ["termDurationInSeconds"] = Commitments.YearInSeconds,
        ["tags"] = new JsonObject(),
    };
}
