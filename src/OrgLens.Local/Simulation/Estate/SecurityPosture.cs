namespace OrgLens.Local.Simulation.Estate;

internal sealed record Finding
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string Description { get; init; }
    public required string Severity { get; init; }
    public required string ResourceType { get; init; }
    public required string ResourceId { get; init; }
    public required string GeneratorId { get; init; }
    public string? Recommendation { get; init; }
    public bool HasCompliance { get; init; }
    public string Status { get; init; } = "NEW";
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
}

internal sealed record Threat(string Id, string Type, double Severity, string Title, DateTimeOffset FirstSeenAt, DateTimeOffset LastSeenAt);

internal sealed record Vulnerability(string Arn, string Severity, string Status, string Title, string Description, DateTimeOffset FirstSeenAt, DateTimeOffset LastSeenAt);

/// <summary>What the security services find: new findings every day, and news of older ones.</summary>
internal sealed class SecurityPosture(RegionEstate estate)
{
    /// <summary>Findings older than this have no more news.</summary>
    private const int LongestStory = 40;

    private static readonly (string Type, double Severity, string Title)[] ThreatKinds =
    [
        ("Recon:EC2/PortProbeUnprotectedPort", 2.0, "Unprotected port on EC2 instance {0} is being probed."),
        ("UnauthorizedAccess:EC2/SSHBruteForce", 5.0, "198.51.100.22 is performing SSH brute force attacks against {0}."),
        ("CryptoCurrency:EC2/BitcoinTool.B!DNS", 8.0, "EC2 instance {0} is querying a domain name associated with Bitcoin activity."),
        ("Backdoor:EC2/C&CActivity.B!DNS", 8.5, "The EC2 instance {0} is querying a domain name associated with a known Command & Control server."),
        ("Policy:IAMUser/RootCredentialUsage", 2.0, "API GetAccountSummary was invoked using root credentials from IP address 203.0.113.77."),
    ];

    /// <summary>Findings of a product that were made or changed on <paramref name="day"/>.</summary>
    public IEnumerable<Finding> Findings(FindingProduct product, DateOnly day)
    {
        var stream = estate.Stream.Child("findings").Child(product.Name);
        var count = product.ShareOf(estate.Census.Findings);
        if (estate.Census.IsSteady)
        {
            for (var index = 0; index < count; index++)
            {
                var draw = stream.Child(index);
                var created = estate.Census.Origin.AddDays(-draw.Int(1, 90)).AtMilliseconds(draw);
                yield return Make(product, draw, index, estate.Census.Origin) with { CreatedAt = created, UpdatedAt = created };
            }

            yield break;
        }

        for (var age = 0; age <= LongestStory; age++)
        {
            var born = day.AddDays(-age);
            var births = stream.Child(born.DayNumber);
            var number = (int)Math.Round(count * births.Between(0.4, 1.6));
            for (var index = 0; index < number; index++)
            {
                var draw = births.Child(index);
                var turn = draw.Int(2, LongestStory);
                if (age == 0 || age == turn)
                {
                    yield return Tell(Make(product, draw, index, born), draw, born, day);
                }
            }
        }
    }

    /// <summary>GuardDuty findings last seen on <paramref name="day"/>.</summary>
    public IEnumerable<Threat> Threats(DateOnly day)
    {
        for (var index = 0; index < estate.Census.Threats; index++)
        {
            var slot = estate.Stream.Child("threat").Child(index);
            // A threat goes on for some days under one id.
            var story = slot.Child((day.DayNumber + index) / 4);
            var (type, severity, title) = story.Pick(ThreatKinds);
            var instance = SomeInstance(story, day);
            var first = day.AddDays(-((day.DayNumber + index) % 4)).AtMilliseconds(story);
            yield return new Threat(story.Hex(32), type, severity, string.Format(null, title, instance), first, first > day.Midnight() ? first : day.AtMilliseconds(slot.Child(day.DayNumber)));
        }
    }

    /// <summary>Inspector findings that were seen on <paramref name="day"/>.</summary>
    public IEnumerable<Vulnerability> Vulnerabilities(DateOnly day)
    {
        for (var index = 0; index < estate.Census.Vulnerabilities; index++)
        {
            var slot = estate.Stream.Child("vulnerability").Child(index);
            var today = estate.Census.IsSteady ? estate.Census.Origin : day;
            var life = slot.Int(3, 30);
            var age = (today.DayNumber + slot.Int(0, life)) % life;
            var story = slot.Child(today.DayNumber - age);
            var (title, severity, description) = story.Pick(PackageVulnerability.All);
            var first = today.AddDays(-age).AtMilliseconds(story);
            var last = age == 0 ? first : today.AtMilliseconds(slot.Child(today.DayNumber));
            yield return new Vulnerability(estate.Arn("inspector2", "finding/" + story.Hex(32)), severity, age == life - 1 ? "CLOSED" : "ACTIVE", title, description, first, last);
        }
    }

    private static Finding Tell(Finding finding, SeededStream draw, DateOnly born, DateOnly day)
    {
        var created = born.AtMilliseconds(draw);
        if (born == day)
        {
            return finding with { CreatedAt = created, UpdatedAt = created };
        }

        var outcome = draw.Chance(0.6) ? "RESOLVED" : draw.Chance(0.75) ? "NOTIFIED" : "SUPPRESSED";
        return finding with { CreatedAt = created, UpdatedAt = day.AtMilliseconds(draw), Status = outcome };
    }

    private Finding Make(FindingProduct product, SeededStream draw, int index, DateOnly born) => product.Name switch
    {
        "Security Hub" => Control(draw, index, born),
        "Inspector" => Package(draw, born),
        "GuardDuty" => Behaviour(draw, born),
        _ => Access(product, draw, index),
    };

    private Finding Control(SeededStream draw, int index, DateOnly born)
    {
        var control = draw.Pick(SecurityControl.All);
        return new Finding
        {
            Id = estate.Arn("securityhub", $"security-control/{control.Id}/finding/{draw.Uuid()}"),
            Title = control.Title,
            Description = $"This control checks whether a resource meets the requirement \u201c{control.Title}\u201d. The control fails if it doesn\u2019t. Requirements apply to every resource of type {control.ResourceType} that the account owns, whoever created it and however long it has been there.",
            Severity = control.Severity,
            ResourceType = control.ResourceType,
            ResourceId = Subject(control.ResourceType, draw, index, born),
            GeneratorId = "security-control/" + control.Id,
            Recommendation = "For information on how to correct this issue, consult the AWS Security Hub controls documentation.",
            HasCompliance = true,
        };
    }

    private Finding Package(SeededStream draw, DateOnly born)
    {
        var (title, severity, description) = draw.Pick(PackageVulnerability.All);
        return new Finding
        {
            Id = estate.Arn("inspector2", "finding/" + draw.Hex(32)),
            Title = title,
            Description = description,
            Severity = severity,
            ResourceType = "AwsEc2Instance",
            ResourceId = estate.Arn("ec2", "instance/" + SomeInstance(draw, born)),
            GeneratorId = "AWSInspector",
            Recommendation = "Remediation is available. Please refer to the Fixed version in the vulnerability details section above. For detailed remediation guidance for each of the affected packages, refer to the vulnerabilities section of the detailed finding JSON.",
        };
    }

    private Finding Behaviour(SeededStream draw, DateOnly born)
    {
        var detector = estate.Arn("guardduty", "detector/" + estate.Stream.Child("detector").Hex(32));
        var instance = SomeInstance(draw, born);
        var (_, severity, title) = draw.Pick(ThreatKinds);
        var text = string.Format(null, title, instance);
        return new Finding
        {
            Id = $"{detector}/finding/{draw.Hex(32)}",
            Title = text,
            Description = text + " \u201cUnusual\u201d activity; see the console for details.",
            Severity = severity >= 7 ? "HIGH" : severity >= 4 ? "MEDIUM" : "LOW",
            ResourceType = "AwsEc2Instance",
            ResourceId = estate.Arn("ec2", "instance/" + instance),
            GeneratorId = detector,
        };
    }

    private Finding Access(FindingProduct product, SeededStream draw, int index)
    {
        var bucket = "arn:aws:s3:::" + estate.Storage.BucketName(draw.Int(0, estate.Census.Buckets));
        var isImported = product.Name == "Default";
        return new Finding
        {
            Id = isImported ? $"{estate.Region}/{estate.Account.Id}/{draw.Hex(24)}" : estate.Arn("access-analyzer", $"analyzer/org-analyzer/finding/{draw.Uuid()}"),
            Title = $"AwsS3Bucket/{bucket}/ allows cross-account access",
            Description = $"{bucket}/ allows cross-account access from AWS 999988887777",
            Severity = index % 5 == 0 ? "MEDIUM" : "LOW",
            ResourceType = "AwsS3Bucket",
            ResourceId = bucket,
            GeneratorId = isImported ? "acme-scanner-1.4" : "aws/access-analyzer",
        };
    }

    private string Subject(string resourceType, SeededStream draw, int index, DateOnly day) => resourceType switch
    {
        "AwsS3Bucket" => "arn:aws:s3:::" + estate.Storage.BucketName(draw.Int(0, estate.Census.Buckets)),
        "AwsEc2Instance" => estate.Arn("ec2", "instance/" + SomeInstance(draw, day)),
        "AwsRdsDbInstance" => estate.Arn("rds", $"db:{estate.Account.Slug}-db-{index % estate.Census.Databases + 1}"),
        "AwsLambdaFunction" => estate.Arn("lambda", "function:" + ComputeFleet.FunctionName(draw.Int(0, estate.Census.Functions))),
        _ => "AWS::::Account:" + estate.Account.Id,
    };

    /// <summary>An instance that was there on that day; where the slot was vacant, one that has left.</summary>
    private string SomeInstance(SeededStream draw, DateOnly day) =>
        estate.Compute.Instance(draw.Int(0, estate.Census.Instances), day)?.Id ?? "i-" + draw.Hex(17);
}
