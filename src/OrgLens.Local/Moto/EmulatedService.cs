namespace OrgLens.Local.Moto;

/// <summary>How a JSON protocol service is addressed.</summary>
internal sealed record EmulatedService(string SigningName, string TargetPrefix, string ContentType)
{
    public static readonly EmulatedService DynamoDb = new("dynamodb", "DynamoDB_20120810", "application/x-amz-json-1.0");

    public static readonly EmulatedService Ecs = new("ecs", "AmazonEC2ContainerServiceV20141113", "application/x-amz-json-1.1");

    public static readonly EmulatedService Events = new("events", "AWSEvents", "application/x-amz-json-1.1");

    public static readonly EmulatedService Kms = new("kms", "TrentService", "application/x-amz-json-1.1");

    public static readonly EmulatedService SecretsManager = new("secretsmanager", "secretsmanager", "application/x-amz-json-1.1");

    public static readonly EmulatedService Sqs = new("sqs", "AmazonSQS", "application/x-amz-json-1.0");
}
