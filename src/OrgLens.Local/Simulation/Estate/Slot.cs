namespace OrgLens.Local.Simulation.Estate;

/// <summary>
/// A place that one resource after another occupies. Who occupies it on a day is a function of the day alone, so that any day can be asked for
/// without walking through the days before it.
/// </summary>
internal static class Slot
{
    public static Occupancy? On(SeededStream slot, DateOnly day, Census census)
    {
        var draw = slot.Child("slot");
        if (census.IsSteady || draw.Chance(0.5))
        {
            return new Occupancy(slot.Child("permanent"), census.Origin.AddDays(-draw.Int(30, 700)));
        }

        var span = draw.Int(6, 120);
        var vacancy = draw.Int(0, 3);
        var (generation, age) = Math.DivRem(day.DayNumber + draw.Int(0, span), span);
        return age >= span - vacancy ? null : new Occupancy(slot.Child(generation), day.AddDays(-age));
    }
}

/// <summary>A resource's stay in a slot: where its properties are drawn from, and since when it exists.</summary>
internal sealed record Occupancy(SeededStream Stream, DateOnly Since);
