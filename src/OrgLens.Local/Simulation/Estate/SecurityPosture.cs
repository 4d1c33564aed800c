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
    public string? Compliance => !HasCompliance ? null : Status == "RESOLVED" ? "PASSED" : "FAILED";
    public string Status { get; init; } = "NEW";
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>What Security Hub gathers: new findings every day, and news of older ones.</summary>
internal sealed class SecurityPosture(RegionEstate estate)
{
    /// <summary>Findings older than this have no more news.</summary>
    private const int LongestStory = 40;

    /// <summary>Days that the services keep a finding.</summary>
    private const int Retention = 90;

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

    /// <summary>Findings of a product that Security Hub knows of at an instant, those of the last 90 days, as they are by then.</summary>
    public IEnumerable<Finding> Known(FindingProduct product, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (estate.Census.IsSteady)
        {
            return Findings(product, today);
        }

        var stream = estate.Stream.Child("findings").Child(product.Name);
        return Enumerable.Range(0, Retention).Select(age => today.AddDays(age - Retention + 1)).SelectMany(born =>
        {
            var births = stream.Child(born.DayNumber);
            var number = (int)Math.Round(product.ShareOf(estate.Census.Findings) * births.Between(0.4, 1.6));
            return Enumerable.Range(0, number)
                .Select(index => AsOf(now, product, births.Child(index), index, born))
                .Where(finding => finding.CreatedAt <= now);
        });
    }

    /// <summary>Checks that were passed when the account was set up, and ever since.</summary>
    public IEnumerable<Finding> Passed()
    {
        var since = estate.Census.Origin.AddDays(-60).Midnight();
        return (estate.Census.IsSteady ? [] : SecurityControl.All.Where(control => control.ResourceType == "AwsAccount")).Select(control =>
            Made(control, estate.Stream.Child("passed").Child(control.Id), index: 0, estate.Census.Origin) with { Severity = "INFORMATIONAL", Status = "RESOLVED", CreatedAt = since, UpdatedAt = since });
    }

    private Finding AsOf(DateTimeOffset now, FindingProduct product, SeededStream draw, int index, DateOnly born)
    {
        var turned = born.AddDays(draw.Int(2, LongestStory));
        var made = Make(product, draw, index, born);
        if (turned.Midnight() > now)
        {
            return Tell(made, draw, born, born);
        }

        var finding = Tell(made, draw, born, turned);
        // It turns later today.
        return finding.UpdatedAt <= now ? finding : finding with { UpdatedAt = finding.CreatedAt, Status = "NEW" };
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

    private Finding Control(SeededStream draw, int index, DateOnly born) => Made(draw.Pick(SecurityControl.All), draw, index, born);

    private Finding Made(SecurityControl control, SeededStream draw, int index, DateOnly born) => new()
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
            ResourceId = estate.Arn("ec2", "instance/" + estate.Compute.SomeInstance(draw, born)),
            GeneratorId = "AWSInspector",
            Recommendation = "Remediation is available. Please refer to the Fixed version in the vulnerability details section above. For detailed remediation guidance for each of the affected packages, refer to the vulnerabilities section of the detailed finding JSON.",
        };
    }

    private Finding Behaviour(SeededStream draw, DateOnly born)
    {
        var detector = estate.Arn("guardduty", "detector/" + estate.Threats.DetectorId);
        var instance = estate.Compute.SomeInstance(draw, born);
        var (_, severity, title) = draw.Pick(ThreatDetection.Kinds);
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
        "AwsEc2Instance" => estate.Arn("ec2", "instance/" + estate.Compute.SomeInstance(draw, day)),
        "AwsRdsDbInstance" => estate.Arn("rds", $"db:{estate.Account.Slug}-db-{index % estate.Census.Databases + 1}"),
        "AwsLambdaFunction" => estate.Arn("lambda", "function:" + ComputeFleet.FunctionName(draw.Int(0, estate.Census.Functions))),
        _ => "AWS::::Account:" + estate.Account.Id,
    };
}
