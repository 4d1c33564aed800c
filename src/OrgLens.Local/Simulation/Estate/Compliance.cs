using System.Globalization;

namespace OrgLens.Local.Simulation.Estate;

internal sealed record RuleEvaluation(ConfigRule Rule, string ResourceId, bool IsCompliant, DateTimeOffset RecordedAt)
{
    public string Compliance => IsCompliant ? "COMPLIANT" : "NON_COMPLIANT";

    public string? Annotation => IsCompliant ? null : "This resource does not meet the rule \u2013 see the runbook.";
}

internal sealed record ConfigRule(string Name, string ResourceType, string Pack)
{
    /// <summary>The pack of a rule that is in none.</summary>
    public const string NoPack = "Standalone";

    public bool IsInPack => Pack != NoPack;

    /// <summary>The managed rule behind it.</summary>
    public string Source => Name.Split("-conformance-pack-")[0].Replace('-', '_').ToUpperInvariant();
}

/// <summary>AWS Config: which rules there are, which fail on a day, and what was evaluated.</summary>
internal static class Compliance
{
    public static IReadOnlyList<ConfigRule> Rules { get; } =
    [
        new("ec2-imdsv2-check", "AWS::EC2::Instance", ConfigRule.NoPack),
        new("encrypted-volumes-conformance-pack-999527899", "AWS::EC2::Volume", "Company-Baseline"),
        new("restricted-ssh-conformance-pack-7f0c58f36", "AWS::EC2::SecurityGroup", "Company-Baseline"),
        new("s3-bucket-ssl-requests-only", "AWS::S3::Bucket", ConfigRule.NoPack),
        new("s3-bucket-logging-enabled-conformance-pack-d38264f93", "AWS::S3::Bucket", "Company-Baseline"),
        new("lambda-function-settings-check-conformance-pack-a32818d81", "AWS::Lambda::Function", "Company-Baseline"),
        new("rds-storage-encrypted", "AWS::RDS::DBInstance", ConfigRule.NoPack),
        new("rds-multi-az-support-conformance-pack-51d0e6b77", "AWS::RDS::DBInstance", "Company-Resilience"),
        new("ec2-instance-managed-by-systems-manager", "AWS::EC2::Instance", ConfigRule.NoPack),
        new("iam-root-access-key-check", "AWS::::Account", ConfigRule.NoPack),
        new("cloudtrail-enabled", "AWS::::Account", ConfigRule.NoPack),
        new("guardduty-enabled-centralized", "AWS::::Account", ConfigRule.NoPack),
    ];

    /// <summary>A rule stays in its state for some days; the score moves slowly.</summary>
    public static bool IsCompliant(RegionEstate estate, ConfigRule rule, DateOnly day)
    {
        var stream = estate.Stream.Child("rule").Child(rule.Name);
        var period = estate.Census.IsSteady ? 0 : (day.DayNumber + stream.Int(0, 9)) / 9;
        return stream.Child(period).Chance(0.72);
    }

    public static IEnumerable<RuleEvaluation> Evaluations(RegionEstate estate, DateOnly day)
    {
        var today = estate.Census.IsSteady ? estate.Census.Origin : day;
        for (var index = 0; index < estate.Census.Evaluations; index++)
        {
            var rule = Rules[index % Rules.Count];
            var number = index / Rules.Count;
            var draw = estate.Stream.Child("evaluation").Child(index).Child(today.DayNumber);
            if (rule.ResourceType == "AWS::::Account" && number > 0 && !estate.Census.IsSteady)
            {
                continue;
            }

            // A failing rule fails for some of its resources only.
            var isCompliant = IsCompliant(estate, rule, today) || draw.Chance(0.4);
            yield return new RuleEvaluation(rule, Subject(estate, rule, number, today), isCompliant, today.AtMilliseconds(draw));
        }
    }

    private static string Subject(RegionEstate estate, ConfigRule rule, int number, DateOnly day) => rule.ResourceType switch
    {
        "AWS::EC2::Instance" => estate.Compute.Instance(number, day)?.Id ?? "i-" + estate.Stream.Child(rule.Name).Child(number).Hex(17),
        "AWS::EC2::Volume" => "vol-" + estate.Stream.Child(rule.Name).Child(number).Hex(17),
        "AWS::EC2::SecurityGroup" => "sg-" + estate.Stream.Child(rule.Name).Child(number).Hex(17),
        "AWS::S3::Bucket" => estate.Storage.BucketName(number),
        "AWS::Lambda::Function" => ComputeFleet.FunctionName(number),
        "AWS::RDS::DBInstance" => string.Create(CultureInfo.InvariantCulture, $"{estate.Account.Slug}-db-{number + 1}"),
        _ => number == 0 ? estate.Account.Id : string.Create(CultureInfo.InvariantCulture, $"{estate.Account.Id}/{number}"),
    };
}
