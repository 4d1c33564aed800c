namespace OrgLens.Local.Simulation.Estate;

/// <summary>An event of the management plane.</summary>
internal sealed record ManagementEvent(string Id, string Name, string Source, DateTimeOffset At, string User, string? ResourceType, string? ResourceName)
{
    public bool IsReadOnly => Name.StartsWith("Describe", StringComparison.Ordinal) || Name.StartsWith("Get", StringComparison.Ordinal) || Name.StartsWith("List", StringComparison.Ordinal);
}

/// <summary>What was done in a Region: more on working days.</summary>
internal static class ActivityLog
{
    /// <summary>Days that events can be looked up.</summary>
    public const int Retention = 90;

    private static readonly (string Name, string Source, string? ResourceType)[] Kinds =
    [
        ("AssumeRole", "sts.amazonaws.com", null), ("ConsoleLogin", "signin.amazonaws.com", null), ("DescribeInstances", "ec2.amazonaws.com", null),
        ("RunInstances", "ec2.amazonaws.com", "AWS::EC2::Instance"), ("CreateTags", "ec2.amazonaws.com", "AWS::EC2::Instance"), ("PutBucketPolicy", "s3.amazonaws.com", "AWS::S3::Bucket"),
        ("GetBucketAcl", "s3.amazonaws.com", "AWS::S3::Bucket"), ("UpdateFunctionCode", "lambda.amazonaws.com", "AWS::Lambda::Function"), ("ModifyDBInstance", "rds.amazonaws.com", "AWS::RDS::DBInstance"),
    ];

    private static readonly string[] Users = ["deployer", "alice", "bob", "terraform", "AWSReservedSSO_Admin"];

    /// <summary>Events of a day, the newest first.</summary>
    public static IEnumerable<ManagementEvent> On(RegionEstate estate, DateOnly day)
    {
        var stream = estate.Stream.Child("activity").Child(day.DayNumber);
        var number = estate.Census.IsSteady ? 0 : stream.Int(8, day.IsWeekend() ? 20 : 70);
        return Enumerable.Range(0, number).Select(index => Make(estate, stream.Child(index), day)).OrderByDescending(done => done.At).ThenBy(done => done.Id, StringComparer.Ordinal);
    }

    private static ManagementEvent Make(RegionEstate estate, SeededStream draw, DateOnly day)
    {
        var (name, source, type) = draw.Pick(Kinds);
        var resource = type switch
        {
            "AWS::EC2::Instance" => estate.Compute.SomeInstance(draw, day),
            "AWS::S3::Bucket" => estate.Storage.BucketName(draw.Int(0, estate.Census.Buckets)),
            "AWS::Lambda::Function" => ComputeFleet.FunctionName(draw.Int(0, estate.Census.Functions)),
            "AWS::RDS::DBInstance" => $"{estate.Account.Slug}-db-{draw.Int(1, estate.Census.Databases + 1)}",
            _ => null,
        };
        return new ManagementEvent(draw.Uuid(), name, source, day.At(draw), draw.Pick(Users), type, resource);
    }
}
