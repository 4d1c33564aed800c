namespace OrgLens.Sender;

/// <summary>The period that a document speaks of where it holds facts of a period (costs, changes).</summary>
/// <param name="Start">First day.</param>
/// <param name="End">The day after the last one.</param>
/// <param name="Granularity">DAILY or MONTHLY.</param>
public sealed record CollectionWindow(DateOnly Start, DateOnly End, string Granularity)
{
    /// <summary>The window of a daily document: the day before the run.</summary>
    public static CollectionWindow Daily(DateOnly runDay) => new(runDay.AddDays(-1), runDay, "DAILY");

    /// <summary>The window of a monthly document: the month of the day before the run, up to that day.</summary>
    public static CollectionWindow Monthly(DateOnly runDay)
    {
        var last = runDay.AddDays(-1);
        return new CollectionWindow(new DateOnly(last.Year, last.Month, 1), runDay, "MONTHLY");
    }

    /// <summary>First day of the period before, which ends where this one starts: a day before a day, a month before a month.</summary>
    public DateOnly PreviousStart => Granularity == "MONTHLY" ? Start.AddMonths(-1) : Start.AddDays(Start.DayNumber - End.DayNumber);

    /// <summary>The first instant.</summary>
    public DateTimeOffset StartInstant => new(Start, TimeOnly.MinValue, TimeSpan.Zero);

    /// <summary>The instant after the last one.</summary>
    public DateTimeOffset EndInstant => new(End, TimeOnly.MinValue, TimeSpan.Zero);
}
