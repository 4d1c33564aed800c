namespace OrgLens.Local.Simulation.Estate;

/// <summary>A check of AWS Security Hub and the kind of resource that fails it.</summary>
internal sealed record SecurityControl(string Id, string ResourceType, string Severity, string Title)
{
    public static IReadOnlyList<SecurityControl> All { get; } =
    [
        new("S3.8", "AwsS3Bucket", "HIGH", "S3 general purpose buckets should block public access"),
        new("S3.5", "AwsS3Bucket", "MEDIUM", "S3 general purpose buckets should require requests to use SSL"),
        new("S3.13", "AwsS3Bucket", "LOW", "S3 general purpose buckets should have Lifecycle configurations"),
        new("S3.9", "AwsS3Bucket", "MEDIUM", "S3 general purpose buckets should have server access logging enabled"),
        new("EC2.8", "AwsEc2Instance", "HIGH", "EC2 instances should use Instance Metadata Service Version 2 (IMDSv2)"),
        new("EC2.9", "AwsEc2Instance", "HIGH", "EC2 instances should not have a public IPv4 address"),
        new("SSM.1", "AwsEc2Instance", "MEDIUM", "EC2 instances should be managed by AWS Systems Manager"),
        new("SSM.2", "AwsEc2Instance", "HIGH", "EC2 instances managed by Systems Manager should have a patch compliance status of COMPLIANT"),
        new("RDS.2", "AwsRdsDbInstance", "CRITICAL", "RDS DB instances should prohibit public access, as determined by the PubliclyAccessible configuration"),
        new("RDS.3", "AwsRdsDbInstance", "MEDIUM", "RDS DB instances should have encryption at-rest enabled"),
        new("RDS.5", "AwsRdsDbInstance", "MEDIUM", "RDS DB instances should be configured with multiple Availability Zones"),
        new("RDS.13", "AwsRdsDbInstance", "HIGH", "RDS automatic minor version upgrades should be enabled"),
        new("Lambda.1", "AwsLambdaFunction", "CRITICAL", "Lambda function policies should prohibit public access"),
        new("Lambda.2", "AwsLambdaFunction", "MEDIUM", "Lambda functions should use supported runtimes"),
        new("IAM.6", "AwsAccount", "CRITICAL", "Hardware MFA should be enabled for the root user"),
        new("Config.1", "AwsAccount", "CRITICAL", "AWS Config should be enabled and use the service-linked role for resource recording"),
        new("CloudTrail.2", "AwsAccount", "MEDIUM", "CloudTrail should have encryption at-rest enabled"),
        new("GuardDuty.1", "AwsAccount", "HIGH", "GuardDuty should be enabled"),
    ];
}
