using System.Globalization;

namespace OrgLens.Local.Simulation.Estate;

/// <summary>A support case.</summary>
internal sealed record SupportCase(string Id, string DisplayId, string Subject, string Status, string Severity, string Service, string Category, DateTimeOffset CreatedAt, string SubmittedBy, string Body);

/// <summary>AWS Support: now and then somebody asks; most cases are resolved within days.</summary>
internal static class SupportDesk
{
    private static readonly (string Subject, string Service, string Category)[] Questions =
    [
        ("Limit increase: EC2 On-Demand vCPUs", "service-limit-increase", "ec2-instances"),
        ("RDS failover took longer than expected", "amazon-relational-database-service", "failover"),
        ("Unexpected data transfer charges", "billing", "billing-question"),
        ("Load balancer returns 504 under load", "elastic-load-balancing", "connectivity"),
        ("Lambda cold starts after runtime update", "aws-lambda", "performance"),
    ];

    private static readonly string[] Severities = ["low", "normal", "normal", "high", "urgent"];

    private static readonly string[] Open = ["opened", "pending-customer-action", "reopened", "work-in-progress", "unassigned"];

    /// <summary>Cases of the last year, the newest first, as they are at an instant.</summary>
    public static IEnumerable<SupportCase> Cases(SimulatedAccount account, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return Enumerable.Range(0, 365).Select(age => Case(account, today.AddDays(-age), now)).OfType<SupportCase>().Where(asked => asked.CreatedAt <= now);
    }

    private static SupportCase? Case(SimulatedAccount account, DateOnly day, DateTimeOffset now)
    {
        var draw = account.Stream.Child("case").Child(day.DayNumber);
        if (!draw.Chance(account.IsProduction ? 0.08 : 0.02))
        {
            return null;
        }

        var (subject, service, category) = draw.Pick(Questions);
        var created = day.AtMilliseconds(draw);
        var isResolved = created.AddDays(draw.Int(1, 20)) <= now;
        return new SupportCase(
            $"case-{account.Id}-muen-{day.Year}-{draw.Hex(16)}",
            string.Create(CultureInfo.InvariantCulture, $"17{draw.Int(10_000_000, 99_999_999)}00"),
            subject,
            isResolved ? "resolved" : draw.Pick(Open),
            draw.Pick(Severities),
            service,
            category,
            created,
            $"{account.Slug}-oncall@example.com",
            $"{subject}. Please have a look.");
    }
}
