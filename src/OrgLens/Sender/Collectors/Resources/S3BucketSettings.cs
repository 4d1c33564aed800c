using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Resources;

/// <summary>What is known of a bucket. Of the answers, null is not known, and a missing value says that nothing is configured.</summary>
/// <param name="Bucket">Its entry in the list.</param>
/// <param name="Region">Where it is.</param>
/// <param name="Encryption">Answer of GetBucketEncryption.</param>
/// <param name="Block">Answer of GetPublicAccessBlock.</param>
/// <param name="Versioning">Answer of GetBucketVersioning.</param>
/// <param name="Tags">Answer of GetBucketTagging.</param>
internal sealed record S3BucketSettings(AwsValue Bucket, string? Region, AwsValue? Encryption, AwsValue? Block, AwsValue? Versioning, AwsValue? Tags)
{
    private const string DefaultEncryption = "Rule.ApplyServerSideEncryptionByDefault";

    /// <summary>Writes the bucket's row.</summary>
    public void Write(RowWriter row)
    {
        row.Identity("S3", "Bucket", Bucket.Text("Name"), Bucket.Text("Name"));
        row.Text("region", Region);
        row.Text("state", "Active");
        row.Instant("creation_date", Bucket.Instant("CreationDate"));
        row.TagsIfKnown(Tags?.List("TagSet"));
        row.Nested("details", details =>
        {
            details.Text("region", Region);
            details.Text("encryption", Encryption is { } encryption ? encryption.Text($"{DefaultEncryption}.SSEAlgorithm") ?? "none" : null);
            details.Text("kms_key_id", Encryption?.Text($"{DefaultEncryption}.KMSMasterKeyID"));
            details.Flag("bucket_key_enabled", Encryption?.Flag("Rule.BucketKeyEnabled"));
            details.Text("versioning", Versioning is { } versioning ? versioning.Text("Status") ?? "Unversioned" : null);
            details.Text("mfa_delete", Versioning?.Text("MfaDelete"));
            WriteBlock(details);
        });
    }

    private void WriteBlock(RowWriter details)
    {
        if (Block is not { } block)
        {
            details.Text("public_access_block", null);
            return;
        }

        details.Nested("public_access_block", members =>
        {
            members.Flag("block_public_acls", block.Flag("BlockPublicAcls") ?? false);
            members.Flag("ignore_public_acls", block.Flag("IgnorePublicAcls") ?? false);
            members.Flag("block_public_policy", block.Flag("BlockPublicPolicy") ?? false);
            members.Flag("restrict_public_buckets", block.Flag("RestrictPublicBuckets") ?? false);
        });
    }
}
