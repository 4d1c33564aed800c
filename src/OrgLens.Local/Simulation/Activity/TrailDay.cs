using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Activity;

/// <summary>The records of a Region's day.</summary>
internal static class TrailDay
{
    /// <summary>All of them, in no order; some come twice, as CloudTrail delivers at least once.</summary>
    public static IReadOnlyList<JsonObject> Of(RegionEstate estate, DateOnly day)
    {
        var stream = estate.Stream.Child("trail").Child(day.DayNumber);
        var records = CatalogActivity.On(estate, day)
            .Concat(ComputeActivity.On(estate, day))
            .Concat(PlatformActivity.On(estate, day))
            .Concat(AnalyticsActivity.On(estate, day))
            .Concat(OtherActivity.On(estate, day))
            .Select((call, index) => call.Record(estate, stream.Child(index)))
            .ToList();
        var repeated = records.Where((_, index) => stream.Child("repeated").Child(index).Chance(0.03)).Select(record => record.DeepClone().AsObject());
        return [.. records.Concat(repeated).Select((record, index) => (Record: record, Place: stream.Child("place").Child(index).Bits())).OrderBy(placed => placed.Place).Select(placed => placed.Record)];
    }
}
