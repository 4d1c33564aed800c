namespace OrgLens.Local.Simulation.Estate;

/// <summary>A reserved instance: how many of what, and what one hour of it costs with and without the reservation.</summary>
internal sealed record Reservation(string Id, bool IsDatabase, string InstanceType, int Count, string Offering, double HourlyRate, double OnDemandRate, DateTimeOffset StartsAt)
{
    /// <summary>The part of the reserved hours that ran on <paramref name="day"/>, in percent; 0 when none did.</summary>
    public double UtilizationOn(SimulatedAccount account, DateOnly day)
    {
        var draw = account.Stream.Child("utilization").Child(Id).Child(day.DayNumber);
        return draw.Chance(0.08) ? 0 : Math.Round(draw.Between(day.IsWeekend() ? 40 : 75, 100), 2);
    }
}

/// <summary>Reservations and savings plans of an account.</summary>
internal static class Commitments
{
    private static readonly string[] Offerings = ["No Upfront", "Partial Upfront", "All Upfront"];

    public static IEnumerable<Reservation> Reservations(RegionEstate estate)
    {
        var number = estate.Census.IsSteady || !estate.Account.IsProduction || estate.Region != estate.Account.Regions[0] ? 0 : 3;
        for (var index = 0; index < number; index++)
        {
            var draw = estate.Stream.Child("reservation").Child(index);
            var isDatabase = index == 2;
            var rate = Math.Round(draw.Between(0.04, 0.12), 4);
            yield return new Reservation(
                isDatabase ? "ri-" + draw.Hex(16) : draw.Uuid(),
                isDatabase,
                isDatabase ? "db.r6g.large" : draw.Pick(["r6g.xlarge", "m6i.large", "t3.medium"]),
                draw.Int(1, 4),
                draw.Pick(Offerings),
                rate,
                Math.Round(rate * draw.Between(1.3, 1.8), 4),
                estate.Census.Origin.AddDays(-draw.Int(30, 300)).At(draw));
        }
    }

    /// <summary>The id of the account's savings plan, if it has one.</summary>
    public static string? SavingsPlan(SimulatedAccount account) =>
        account.IsProduction && account.Size > 1 ? account.Stream.Child("savings-plan").Uuid() : null;
}
