namespace OrgLens.Local.Simulation.Estate;

internal sealed record Threat(string Id, string Type, double Severity, string Title, DateTimeOffset FirstSeenAt, DateTimeOffset LastSeenAt)
{
    public string Description => Title + " This activity was first seen by the detector of this Region.";
}

/// <summary>What GuardDuty finds.</summary>
internal sealed class ThreatDetection(RegionEstate estate)
{
    /// <summary>Days that a threat goes on.</summary>
    private const int ThreatDays = 4;

    /// <summary>Days that GuardDuty keeps a finding.</summary>
    private const int Retention = 90;

    public static IReadOnlyList<(string Type, double Severity, string Title)> Kinds { get; } =
    [
        ("Recon:EC2/PortProbeUnprotectedPort", 2.0, "Unprotected port on EC2 instance {0} is being probed."),
        ("UnauthorizedAccess:EC2/SSHBruteForce", 5.0, "198.51.100.22 is performing SSH brute force attacks against {0}."),
        ("CryptoCurrency:EC2/BitcoinTool.B!DNS", 8.0, "EC2 instance {0} is querying a domain name associated with Bitcoin activity."),
        ("Backdoor:EC2/C&CActivity.B!DNS", 8.5, "The EC2 instance {0} is querying a domain name associated with a known Command & Control server."),
        ("Policy:IAMUser/RootCredentialUsage", 2.0, "API GetAccountSummary was invoked using root credentials from IP address 203.0.113.77."),
    ];

    /// <summary>GuardDuty's detector of the Region.</summary>
    public string DetectorId => estate.Stream.Child("detector").Hex(32);

    /// <summary>GuardDuty findings last seen on <paramref name="day"/>.</summary>
    public IEnumerable<Threat> On(DateOnly day) => Enumerable.Range(0, estate.Census.Threats).Select(index => Threat(index, day));

    /// <summary>GuardDuty findings last seen on <paramref name="day"/> or in the 90 days before.</summary>
    public IEnumerable<Threat> Known(DateOnly day) => Enumerable.Range(0, estate.Census.Threats).SelectMany(index =>
    {
        var ended = day.AddDays(-((day.DayNumber + index) % ThreatDays) - 1);
        return Enumerable.Range(0, Retention / ThreatDays).Select(period => Threat(index, ended.AddDays(-period * ThreatDays))).Prepend(Threat(index, day));
    });

    private Threat Threat(int index, DateOnly day)
    {
        var slot = estate.Stream.Child("threat").Child(index);
        // A threat goes on for some days under one id.
        var story = slot.Child((day.DayNumber + index) / ThreatDays);
        var (type, severity, title) = story.Pick(Kinds);
        var instance = estate.Compute.SomeInstance(story, day);
        var first = day.AddDays(-((day.DayNumber + index) % ThreatDays)).AtMilliseconds(story);
        return new Threat(story.Hex(32), type, severity, string.Format(null, title, instance), first, first > day.Midnight() ? first : day.AtMilliseconds(slot.Child(day.DayNumber)));
    }
}
