namespace OrgLens.Local.Simulation.Estate;

/// <summary>A reserved instance: how many of what, and what one hour of it costs with and without the reservation.</summary>
internal sealed record Reservation(string Id, bool IsDatabase, string InstanceType, int Count, string Offering, double HourlyRate, double OnDemandRate, DateTimeOffset StartsAt)
{
    /// <summary>What was paid at the beginning.</summary>
    public double Upfront => Offering == "No Upfront" ? 0.0 : Math.Round(HourlyRate * 8760 * Count / 2);

    /// <summary>What is paid every hour.</summary>
    public double Recurring => Offering == "All Upfront" ? 0.0 : HourlyRate;

    public DateTimeOffset EndsAt => StartsAt.AddSeconds(Commitments.YearInSeconds);

    /// <summary>What the reserved hours of a day cost, used or not.</summary>
    public double DailyFee => Math.Round(24 * Count * HourlyRate, 2);

    /// <summary>The part of the reserved hours that ran on <paramref name="day"/>, in percent; 0 when none did.</summary>
    public double UtilizationOn(SimulatedAccount account, DateOnly day)
    {
        var draw = account.Stream.Child("utilization").Child(Id).Child(day.DayNumber);
        return draw.Chance(0.08) ? 0 : Math.Round(draw.Between(day.IsWeekend() ? 40 : 75, 100), 2);
    }

    /// <summary>What the hours that ran would have cost without the reservation.</summary>
    public double OnDemandCost(double percent) => Math.Round(24 * Count * OnDemandRate * percent / 100, 2);
}

/// <summary>A savings plan: an hourly commitment for a year.</summary>
internal sealed record SavingsPlan(string Id, string OfferingId, string Arn, double Commitment, double Recurring, DateTimeOffset StartsAt)
{
    // Savings plans give their days in full hours, and end a second before the hour.
    public DateTimeOffset EndsAt => StartsAt.AddSeconds(Commitments.YearInSeconds - 1);

    /// <summary>The part of the commitment that was used on <paramref name="day"/>, in percent.</summary>
    public double UtilizationOn(SimulatedAccount account, DateOnly day) =>
        Math.Round(account.Stream.Child("utilization").Child(Id).Child(day.DayNumber).Between(day.IsWeekend() ? 60 : 82, 100), 2);
}

/// <summary>Reservations and savings plans of an account.</summary>
internal static class Commitments
{
    public const int YearInSeconds = 31_536_000;

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

    /// <summary>The account's savings plan, if it has one.</summary>
    public static SavingsPlan? SavingsPlan(SimulationPlan plan, SimulatedAccount account)
    {
        if (!account.IsProduction || account.Size <= 1 || plan.Rows is not null)
        {
            return null;
        }

        var id = account.Stream.Child("savings-plan").Uuid();
        return new SavingsPlan(
            id,
            account.Stream.Child("offering").Uuid(),
            $"arn:aws:savingsplans::{account.Id}:savingsplan/{id}",
            0.85,
            620.5,
            plan.Start.AddDays(-150).Midnight());
    }
}
