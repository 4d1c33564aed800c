using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Resources;

/// <summary>EBS volumes, with what they are attached to.</summary>
/// <remarks>https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVolumes.html</remarks>
internal static class EbsVolumes
{
    private static readonly AwsOperation DescribeVolumes = AwsServices.Ec2.Operation("DescribeVolumes") with
    {
        Paging = new AwsPaging("NextToken", "nextToken", "MaxResults", 1000),
    };

    public static readonly Collector Collector = new("ebs.volume", "service_resources")
    {
        Operations = [DescribeVolumes],
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        await foreach (var volume in run.ItemsAsync(DescribeVolumes, "volumeSet", null, cancellationToken))
        {
            run.Write(row =>
            {
                var tags = volume.List("tagSet");
                row.Identity("EBS", "Volume", volume.Text("volumeId"), ResourceRows.NameOf(tags));
                row.Text("availability_zone", volume.Text("availabilityZone"));
                row.Text("state", volume.Text("status"));
                row.Number("size_gb", volume.Number("size"));
                row.Text("volume_type", volume.Text("volumeType"));
                row.Instant("creation_date", volume.Instant("createTime"));
                row.Tags("tags", tags);
                row.Nested("details", details =>
                {
                    details.Flag("encrypted", volume.Flag("encrypted"));
                    details.Text("kms_key_id", volume.Text("kmsKeyId"));
                    details.Number("iops", volume.Number("iops"));
                    details.Number("throughput", volume.Number("throughput"));
                    details.Text("snapshot_id", volume.Text("snapshotId"));
                    details.Texts("instances", volume.List("attachmentSet").Select(attachment => attachment.Text("instanceId")).OfType<string>());
                });
            });
        }
    }
}
