namespace OrgLens.Local.Simulation.Estate;

internal sealed record HealthEvent(string Arn, string Service, string Code, string Category, string Region, DateTimeOffset StartsAt, DateTimeOffset? EndsAt, DateTimeOffset UpdatedAt, string Status, string Scope);

/// <summary>A resource that an event is about.</summary>
internal sealed record AffectedEntity(string Arn, string Value, string Status);

/// <summary>AWS Health: a public issue now and then for everybody, and notices to single accounts.</summary>
internal static class HealthCalendar
{
    private static readonly (string Service, string Code)[] Notices =
    [
        ("EC2", "AWS_EC2_INSTANCE_RETIREMENT_SCHEDULED"), ("RDS", "AWS_RDS_MAINTENANCE_SCHEDULED"), ("LAMBDA", "AWS_LAMBDA_RUNTIME_DEPRECATION_SCHEDULED"), ("ACM", "AWS_ACM_RENEWAL_STATE_CHANGE"),
    ];

    public static IEnumerable<HealthEvent> Events(SimulationPlan plan, SimulatedAccount account, DateOnly day)
    {
        var issue = new SeededStream(plan.Seed).Child("issues").Child(day.DayNumber);
        if (issue.Chance(0.15))
        {
            var start = day.At(issue);
            var end = start.AddMinutes(issue.Int(20, 240));
            yield return Event("us-east-1", "LAMBDA", "AWS_LAMBDA_OPERATIONAL_ISSUE", "issue", issue, start, end, end.AddMilliseconds(700_250), "closed", "PUBLIC");
        }

        var notice = account.Stream.Child("notice").Child(day.DayNumber);
        if (notice.Chance(0.12 * account.Size))
        {
            var (service, code) = notice.Pick(Notices);
            var start = day.At(notice);
            DateTimeOffset? end = notice.Chance(0.5) ? start.AddDays(7) : null;
            yield return Event(account.Regions[0], service, code, "scheduledChange", notice, start, end, start.AddMilliseconds(131_381), "upcoming", "ACCOUNT_SPECIFIC");
        }
    }

    /// <summary>Events that began in the last 90 days, as they are at an instant.</summary>
    public static IEnumerable<HealthEvent> Known(SimulationPlan plan, SimulatedAccount account, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return Enumerable.Range(0, 90)
            .SelectMany(age => Events(plan, account, today.AddDays(-age)))
            .Where(notice => notice.UpdatedAt <= now)
            .Select(notice => notice.Status != "closed" && notice.EndsAt <= now ? notice with { Status = "closed", UpdatedAt = notice.EndsAt.Value } : notice);
    }

    /// <summary>What an event affects: resources of the account, or the account itself.</summary>
    public static IReadOnlyList<AffectedEntity> Entities(HealthEvent notice, SimulatedAccount account)
    {
        var draw = account.Stream.Child("affected").Child(notice.Arn);
        var status = notice.Status switch { "closed" => "RESOLVED", "open" => "IMPAIRED", _ => "PENDING" };
        return notice.Scope == "PUBLIC"
            ? []
            : [.. Enumerable.Range(0, draw.Int(1, 5)).Select(index => Entity(notice, account, draw.Child(index), status))];
    }

    private static AffectedEntity Entity(HealthEvent notice, SimulatedAccount account, SeededStream draw, string status) => new(
        $"arn:aws:health:{notice.Region}:{account.Id}:entity/{draw.Hex(40)}",
        notice.Service switch
        {
            "EC2" => "i-" + draw.Hex(17),
            "RDS" => $"arn:aws:rds:{notice.Region}:{account.Id}:db:{account.Slug}-db-{draw.Int(1, 4)}",
            "LAMBDA" => $"arn:aws:lambda:{notice.Region}:{account.Id}:function:{ComputeFleet.FunctionName(draw.Int(0, 9))}",
            _ => $"arn:aws:acm:{notice.Region}:{account.Id}:certificate/{draw.Uuid()}",
        },
        status);

    private static HealthEvent Event(string region, string service, string code, string category, SeededStream draw, DateTimeOffset start, DateTimeOffset? end, DateTimeOffset updated, string status, string scope) =>
        new($"arn:aws:health:{region}::event/{service}/{code}/{code}_{draw.Hex(32)}", service, code, category, region, start, end, updated, status, scope);
}
