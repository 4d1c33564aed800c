using System.Globalization;
using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;

namespace OrgLens.Local.Simulation.Services.CostExplorer;

/// <summary>A span of days; the end is not in it.</summary>
internal sealed record CostPeriod(DateOnly From, DateOnly Until)
{
    public int Length => Until.DayNumber - From.DayNumber;

    public IEnumerable<DateOnly> Days => Enumerable.Range(0, Length).Select(From.AddDays);

    public JsonObject Json => new() { ["Start"] = Wire.Day(From), ["End"] = Wire.Day(Until) };
}

/// <summary>The time that a call asks about, and how it is cut.</summary>
internal static class CostPeriods
{
    /// <summary>The whole span.</summary>
    public static CostPeriod Whole(ApiCall call)
    {
        var period = call.Input.Child("TimePeriod") ?? throw call.BadInput("TimePeriod is missing");
        var (start, end) = (Day(call, period, "Start"), Day(call, period, "End"));
        if (start >= end)
        {
            throw call.BadInput("Start date (and hour) should be before end date (and hour)");
        }

        if (start < new DateOnly(call.Today.Year, call.Today.Month, 1).AddMonths(-14))
        {
            throw call.BadInput("You haven't enabled historical data beyond 14 months");
        }

        return new CostPeriod(start, end);
    }

    /// <summary>The span day by day or month by month, as the call wants it.</summary>
    public static IEnumerable<CostPeriod> Cut(ApiCall call)
    {
        var whole = Whole(call);
        switch (call.Input.Text("Granularity") ?? "MONTHLY")
        {
            case "DAILY":
                return whole.Days.Select(day => new CostPeriod(day, day.AddDays(1)));
            case "MONTHLY":
                return Months(whole);
            default:
                throw call.BadInput("Hourly data granularity is available only for accounts that have opted in");
        }
    }

    private static IEnumerable<CostPeriod> Months(CostPeriod whole)
    {
        for (var start = whole.From; start < whole.Until;)
        {
            var month = new DateOnly(start.Year, start.Month, 1).AddMonths(1);
            var end = month < whole.Until ? month : whole.Until;
            yield return new CostPeriod(start, end);
            start = end;
        }
    }

    private static DateOnly Day(ApiCall call, ApiInput period, string name) =>
        DateOnly.TryParseExact(period.Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw call.BadInput($"{name} date is not in the format yyyy-MM-dd");
}
