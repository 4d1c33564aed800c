using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services.Ec2;

/// <summary><c>DescribeReservedInstances</c>: those in force, then one that has run out.</summary>
internal static class ReservedInstances
{
    public static JsonObject All(ApiCall call)
    {
        var reservations = call.Estate is { } estate ? Commitments.Reservations(estate).Where(reservation => !reservation.IsDatabase).ToList() : [];
        var retired = reservations.Take(1).Select(reservation => reservation with
        {
            Id = call.Account.Stream.Child("retired").Uuid(),
            StartsAt = reservation.StartsAt.AddSeconds(-Commitments.YearInSeconds),
        });
        return new JsonObject
        {
            ["reservedInstancesSet"] = Wire.List(reservations.Select(reservation => (reservation, State: "active"))
                .Concat(retired.Select(reservation => (reservation, State: "retired")))
                .Where(found => Ec2Filter.IsNamed(call, "ReservedInstancesId", found.reservation.Id) && Ec2Filter.Holds(
                    call, new Dictionary<string, string> { ["state"] = found.State, ["instance-type"] = found.reservation.InstanceType }, new Dictionary<string, string>()))
                .Select(found => Describe(found.reservation, found.State))),
        };
    }

    private static JsonObject Describe(Reservation reservation, string state) => new()
    {
        ["reservedInstancesId"] = reservation.Id,
        ["instanceType"] = reservation.InstanceType,
        ["start"] = Wire.Iso(reservation.StartsAt),
        ["end"] = Wire.Iso(reservation.EndsAt),
        ["duration"] = Commitments.YearInSeconds,
        ["usagePrice"] = 0.0,
        ["fixedPrice"] = reservation.Upfront,
        ["instanceCount"] = reservation.Count,
        ["productDescription"] = "Linux/UNIX",
        ["state"] = state,
        ["instanceTenancy"] = "default",
        ["currencyCode"] = "USD",
        ["offeringClass"] = "standard",
        ["offeringType"] = reservation.Offering,
        // Who has paid everything at once is charged nothing from then on, and has no entry.
        ["recurringCharges"] = reservation.Recurring > 0 ? Wire.List([new JsonObject { ["frequency"] = "Hourly", ["amount"] = reservation.Recurring }]) : new JsonArray(),
        ["scope"] = "Region",
    };
}
