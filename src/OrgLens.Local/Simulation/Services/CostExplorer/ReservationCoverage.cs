using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;

namespace OrgLens.Local.Simulation.Services.CostExplorer;

/// <summary><c>GetReservationCoverage</c>: how much of what ran was reserved.</summary>
internal static class ReservationCoverage
{
    public static JsonObject Total(ApiCall call)
    {
        var whole = CostPeriods.Whole(call);
        return new JsonObject { ["Total"] = Coverage(call, whole) };
    }

    public static IEnumerable<JsonNode?> Periods(ApiCall call) => call.Input.Has("GroupBy")
        ? throw call.BadInput("Groups are not supported")
        : CostPeriods.Cut(call).Select(period => new JsonObject { ["TimePeriod"] = period.Json, ["Groups"] = new JsonArray(), ["Total"] = Coverage(call, period) });

    private static JsonObject Coverage(ApiCall call, CostPeriod period)
    {
        var (reserved, running, onDemandCost) = (0.0, 0.0, 0.0);
        foreach (var reservation in ReservationUse.Reservations(call))
        {
            foreach (var day in period.Days.Where(day => day <= call.Yesterday && day.Midnight() >= reservation.StartsAt))
            {
                var used = 24.0 * reservation.Count * reservation.UtilizationOn(call.Account, day) / 100;
                // Some more of the same kind runs without a reservation.
                var more = Math.Round(used * call.Account.Stream.Child("coverage").Child(reservation.Id).Child(day.DayNumber).Between(0.1, 0.6), 4);
                (reserved, running, onDemandCost) = (reserved + used, running + used + more, onDemandCost + more * reservation.OnDemandRate);
            }
        }

        return new JsonObject
        {
            ["CoverageHours"] = new JsonObject
            {
                ["OnDemandHours"] = Wire.Number(Math.Round(running - reserved, 4)),
                ["ReservedHours"] = Wire.Number(Math.Round(reserved, 4)),
                ["TotalRunningHours"] = Wire.Number(Math.Round(running, 4)),
                ["CoverageHoursPercentage"] = Wire.Number(running > 0 ? Math.Round(reserved / running * 100, 4) : 0),
            },
            ["CoverageCost"] = new JsonObject { ["OnDemandCost"] = Wire.Number(Math.Round(onDemandCost, 4)) },
        };
    }
}
