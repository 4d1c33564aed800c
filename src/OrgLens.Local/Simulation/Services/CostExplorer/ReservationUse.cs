using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services.CostExplorer;

/// <summary><c>GetReservationUtilization</c>.</summary>
internal static class ReservationUse
{
    public static JsonObject Total(ApiCall call)
    {
        var whole = CostPeriods.Whole(call);
        return new JsonObject { ["Total"] = Figures(call, Reservations(call), whole) };
    }

    public static IEnumerable<JsonNode?> Utilization(ApiCall call)
    {
        var isGrouped = call.Input.Children("GroupBy") switch
        {
            [] => false,
            [var group] when group.Text("Key") == "SUBSCRIPTION_ID" => true,
            _ => throw call.BadInput("Only SUBSCRIPTION_ID is supported as a group"),
        };
        var reservations = Reservations(call).ToList();
        return CostPeriods.Cut(call).Select(period => new JsonObject
        {
            ["TimePeriod"] = period.Json,
            ["Groups"] = isGrouped ? Wire.List(reservations.Select(reservation => Group(call, reservation, period))) : new JsonArray(),
            ["Total"] = Figures(call, reservations, period),
        });
    }

    /// <summary>The reservations that the filter of the call holds for.</summary>
    public static IEnumerable<Reservation> Reservations(ApiCall call) => Commitments.Reservations(call.Home).Where(reservation => CostFilter.Holds(call, Dimensions(call, reservation)));

    private static JsonObject Group(ApiCall call, Reservation reservation, CostPeriod period) => new()
    {
        ["Key"] = "SUBSCRIPTION_ID",
        ["Value"] = reservation.Id,
        ["Attributes"] = new JsonObject
        {
            ["accountId"] = call.Account.Id,
            ["accountName"] = call.Account.Name,
            ["instanceType"] = reservation.InstanceType,
            ["numberOfInstances"] = Wire.Number(reservation.Count),
            ["offeringType"] = reservation.Offering,
            ["region"] = call.Account.Regions[0],
            ["service"] = ServiceOf(reservation),
            ["startDateTime"] = Wire.Iso(reservation.StartsAt),
            ["endDateTime"] = Wire.Iso(reservation.EndsAt),
            ["subscriptionStatus"] = "Active",
        },
        ["Utilization"] = Figures(call, [reservation], period),
    };

    private static JsonObject Figures(ApiCall call, IEnumerable<Reservation> reservations, CostPeriod period)
    {
        var days = reservations
            .SelectMany(reservation => period.Days.Where(day => day <= call.Yesterday && day.Midnight() >= reservation.StartsAt)
                .Select(day => (Reservation: reservation, Hours: 24.0 * reservation.Count, Percent: reservation.UtilizationOn(call.Account, day))))
            .ToList();
        var hours = days.Sum(day => day.Hours);
        var used = days.Sum(day => day.Hours * day.Percent / 100);
        var onDemand = Math.Round(days.Sum(day => day.Reservation.OnDemandCost(day.Percent)), 2);
        var fee = Math.Round(days.Sum(day => day.Reservation.DailyFee), 2);
        var upfront = Math.Round(days.Sum(day => day.Reservation.Upfront / 365), 2);
        return new JsonObject
        {
            ["UtilizationPercentage"] = Wire.Number(hours > 0 ? Math.Round(used / hours * 100, 2) : 0),
            ["PurchasedHours"] = Wire.Number(hours),
            ["TotalActualHours"] = Wire.Number(Math.Round(used, 4)),
            ["UnusedHours"] = Wire.Number(Math.Round(hours - used, 4)),
            ["OnDemandCostOfRIHoursUsed"] = Wire.Number(onDemand),
            ["NetRISavings"] = Wire.Number(Math.Round(onDemand - fee, 2)),
            ["TotalPotentialRISavings"] = Wire.Number(Math.Round(days.Sum(day => day.Reservation.OnDemandCost(100)) - fee, 2)),
            ["AmortizedUpfrontFee"] = Wire.Number(Math.Min(upfront, fee)),
            ["AmortizedRecurringFee"] = Wire.Number(Math.Round(fee - Math.Min(upfront, fee), 2)),
            ["TotalAmortizedFee"] = Wire.Number(fee),
        };
    }

    private static Dictionary<string, string> Dimensions(ApiCall call, Reservation reservation) => new(StringComparer.Ordinal)
    {
        ["SUBSCRIPTION_ID"] = reservation.Id,
        ["SERVICE"] = ServiceOf(reservation),
        ["LINKED_ACCOUNT"] = call.Account.Id,
        ["REGION"] = call.Account.Regions[0],
        ["INSTANCE_TYPE"] = reservation.InstanceType,
    };

    private static string ServiceOf(Reservation reservation) => reservation.IsDatabase ? "Amazon Relational Database Service" : "Amazon Elastic Compute Cloud - Compute";
}
