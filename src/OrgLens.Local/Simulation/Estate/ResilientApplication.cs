namespace OrgLens.Local.Simulation.Estate;

/// <summary>An application in Resilience Hub, which the reference reports on the day that it was made.</summary>
internal sealed record ResilientApplication(string Arn, string Name, string Description, DateTimeOffset CreatedAt, string Compliance, double Score)
{
    /// <summary>Seconds of data that an outage may lose.</summary>
    public int RecoveryPoint => Draw.Child("rpo").Pick([300, 900, 3600, 86_400]);

    /// <summary>Seconds until it is back after an outage.</summary>
    public int RecoveryTime => Draw.Child("rto").Pick([600, 1800, 7200, 86_400]);

    /// <summary>What it costs in a month.</summary>
    public double MonthlyCost => Math.Round(Draw.Child("cost").Between(80, 2400), 2);

    private SeededStream Draw => new SeededStream(0).Child(Arn);

    /// <summary>When it was assessed last, which happens every night; null before the first night is over.</summary>
    public DateTimeOffset? AssessedAt(DateTimeOffset now)
    {
        var tonight = DateOnly.FromDateTime(now.UtcDateTime).Midnight().AddHours(3);
        var last = tonight <= now ? tonight : tonight.AddDays(-1);
        return last >= CreatedAt ? last : null;
    }

    /// <summary>Applications that were made in the last four months.</summary>
    public static IEnumerable<ResilientApplication> Known(RegionEstate estate, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return Enumerable.Range(0, 120).SelectMany(age => CreatedOn(estate, today.AddDays(-age))).Where(application => application.CreatedAt <= now);
    }

    public static IEnumerable<ResilientApplication> CreatedOn(RegionEstate estate, DateOnly day)
    {
        var draw = estate.Stream.Child("resilience").Child(day.DayNumber);
        if (!estate.Census.IsSteady && estate.Account.IsProduction && draw.Chance(0.1))
        {
            var isMet = draw.Chance(0.6);
            yield return new ResilientApplication(
                estate.Arn("resiliencehub", "app/" + draw.Uuid()),
                estate.Account.Slug,
                estate.Account.Product,
                day.AtMilliseconds(draw),
                isMet ? "PolicyMet" : "PolicyBreached",
                Math.Round(draw.Between(isMet ? 70 : 20, isMet ? 98 : 60), 1));
        }
    }
}
