using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Audit.Assets;

/// <summary>Asks EC2 about volumes. By a filter, as a list of ids fails as a whole when one of them is gone.</summary>
/// <remarks>https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVolumes.html</remarks>
internal sealed class VolumeQuestion : IAssetQuestion
{
    public static readonly AwsOperation DescribeVolumes = AwsServices.Ec2.Operation("DescribeVolumes") with
    {
        Paging = new AwsPaging("NextToken", "nextToken", "MaxResults", 1000),
    };

    public int AtMost => 200;

    public async IAsyncEnumerable<(string Id, Func<AssetDescription, AssetDescription> Answer)> AskAsync(
        IAwsCalls calls, string region, IReadOnlyList<string> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in calls.PagesAsync(DescribeVolumes, region, DescribeMembers.Ec2Filter("volume-id", ids), cancellationToken))
        {
            foreach (var volume in page.List("volumeSet"))
            {
                var id = volume.Text("volumeId")!;
                yield return (id, description => description with { ResourceId = id, Facts = Facts(volume), Tags = DescribeMembers.Tags(volume.List("tagSet")) });
            }
        }
    }

    private static JsonObject Facts(AwsValue volume)
    {
        var facts = new JsonObject()
            .With("state", volume.Text("status"))
            .With("class", volume.Text("volumeType"))
            .With("size_gb", volume.Number("size"))
            .With("availability_zone", volume.Text("availabilityZone"))
            .With("created_at", volume.Instant("createTime"))
            .With("iops", volume.Number("iops"))
            .With("encrypted", volume.Flag("encrypted"))
            .With("snapshot_id", volume.Text("snapshotId"));
        var holders = string.Join(',', volume.List("attachmentSet").Select(attachment => attachment.Text("instanceId")));
        return holders.Length > 0 ? facts.With("attached_to", holders) : facts.Without("attached_to");
    }
}
