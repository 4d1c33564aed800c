namespace OrgLens.Local.Simulation.Estate;

/// <summary>An application in Resilience Hub, which the reference reports on the day that it was made.</summary>
internal sealed record ResilientApplication(string Arn, string Name, string Description, DateTimeOffset CreatedAt, string Compliance, double Score)
{
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
