using OrgLens.Local.Moto;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Seeding;

/// <summary>Buckets with encryption, versioning, tags and the block of public access.</summary>
internal static class BucketSeed
{
    private const string Space = "xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";

    public static async Task PlantAsync(EmulatorClient client, RegionEstate estate, CancellationToken cancellationToken)
    {
        var place = estate.Region == "us-east-1" ? "" : $"<CreateBucketConfiguration {Space}><LocationConstraint>{estate.Region}</LocationConstraint></CreateBucketConfiguration>";
        foreach (var bucket in estate.Storage.BucketSettings)
        {
            await client.PutAsync($"/{bucket.Name}", place, cancellationToken);
            await client.PutAsync($"/{bucket.Name}?encryption", Encryption(estate, bucket), cancellationToken);
            await client.PutAsync($"/{bucket.Name}?tagging", $"<Tagging {Space}><TagSet>{Tags(estate)}</TagSet></Tagging>", cancellationToken);
            if (bucket.BlocksPublicAccess)
            {
                await client.PutAsync(
                    $"/{bucket.Name}?publicAccessBlock",
                    $"<PublicAccessBlockConfiguration {Space}><BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls><BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>",
                    cancellationToken);
            }

            if (bucket.IsVersioned)
            {
                await client.PutAsync($"/{bucket.Name}?versioning", $"<VersioningConfiguration {Space}><Status>Enabled</Status></VersioningConfiguration>", cancellationToken);
            }
        }
    }

    private static string Encryption(RegionEstate estate, BucketSettings bucket)
    {
        var key = bucket.UsesKms ? $"<KMSMasterKeyID>{estate.Arn("kms", "key/" + estate.Stream.Child("bucket-key").Uuid())}</KMSMasterKeyID>" : "";
        var algorithm = bucket.UsesKms ? "aws:kms" : "AES256";
        return $"<ServerSideEncryptionConfiguration {Space}><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>{algorithm}</SSEAlgorithm>{key}</ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>";
    }

    private static string Tags(RegionEstate estate) => string.Concat(estate.Tags("").Select(tag => $"<Tag><Key>{tag.Key}</Key><Value>{tag.Value}</Value></Tag>"));
}
