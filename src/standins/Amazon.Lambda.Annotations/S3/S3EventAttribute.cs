namespace Amazon.Lambda.Annotations.S3;

[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class S3EventAttribute(string bucket) : Attribute
{
    public string Bucket { get; set; } = bucket;

    public string ResourceName { get; set; }

    public string Events { get; set; } = "s3:ObjectCreated:*";

    public string FilterPrefix { get; set; }

    public string FilterSuffix { get; set; }

    public bool Enabled { get; set; } = true;
}
