namespace OrgLens.Local.Simulation;

/// <summary>Instants within simulated days.</summary>
internal static class SimulatedMoments
{
    public static DateTimeOffset At(this DateOnly day, SeededStream stream) => day.Midnight().AddSeconds(stream.Int(0, 86_400));

    public static DateTimeOffset AtMilliseconds(this DateOnly day, SeededStream stream) => day.Midnight().AddMilliseconds(stream.Int(0, 86_400_000));

    public static DateTimeOffset Midnight(this DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    public static bool IsWeekend(this DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
