using System.Globalization;

namespace OrgLens.Cli.Hub;

/// <summary>A queue of the hub, as it was found.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsDead">Whether it is one for dead letters.</param>
/// <param name="Waiting">Messages that wait.</param>
/// <param name="InFlight">Messages that somebody works on.</param>
/// <param name="Oldest">Age of the oldest message; null: none waits, or its age is not known.</param>
internal sealed record HubQueue(string Name, bool IsDead, long Waiting, long InFlight, TimeSpan? Oldest)
{
    // The alarm OldestMessageAlarm (serverless.template) has the same limit.
    private static readonly TimeSpan TooLong = TimeSpan.FromHours(1);

    /// <summary>Whether its oldest message has waited for longer than it should.</summary>
    public bool IsLate => Oldest > TooLong;

    /// <summary>The age of its oldest message, for people; empty: none waits.</summary>
    public string Age => (Waiting, Oldest) switch
    {
        (0, _) => string.Empty,
        (_, null) => ", for how long is not known",
        (_, { TotalDays: >= 2 } age) => Text(age.TotalDays, "days"),
        (_, { TotalHours: >= 2 } age) => Text(age.TotalHours, "hours"),
        (_, { } age) => Text(age.TotalMinutes, "minutes"),
    };

    private static string Text(double number, string unit) => string.Create(CultureInfo.InvariantCulture, $", the oldest for {Math.Round(number)} {unit}");
}
