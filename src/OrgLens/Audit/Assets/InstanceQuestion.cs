using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Audit.Assets;

/// <summary>Asks EC2 about instances. By a filter, as a list of ids fails as a whole when one of them is gone.</summary>
/// <remarks>https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstances.html</remarks>
internal sealed class InstanceQuestion : IAssetQuestion
{
    public static readonly AwsOperation DescribeInstances = AwsServices.Ec2.Operation("DescribeInstances") with
    {
        Paging = new AwsPaging("NextToken", "nextToken", "MaxResults", 1000),
    };

    public int AtMost => 200;

    public async IAsyncEnumerable<(string Id, Func<AssetDescription, AssetDescription> Answer)> AskAsync(
        IAwsCalls calls, string region, IReadOnlyList<string> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in calls.PagesAsync(DescribeInstances, region, DescribeMembers.Ec2Filter("instance-id", ids), cancellationToken))
        {
            foreach (var instance in page.List("reservationSet").SelectMany(reservation => reservation.List("instancesSet")))
            {
                var id = instance.Text("instanceId")!;
                yield return (id, description => description with { ResourceId = id, Facts = Facts(instance), Tags = DescribeMembers.Tags(instance.List("tagSet")) });
            }
        }
    }

    // The launch time is that of the last start: the event that made the instance knows when that was.
    private static JsonObject Facts(AwsValue instance) => new JsonObject()
        .With("state", instance.Text("instanceState.name"))
        .With("class", instance.Text("instanceType"))
        .With("vpc_id", instance.Text("vpcId"))
        .With("subnet_id", instance.Text("subnetId"))
        .With("availability_zone", instance.Text("placement.availabilityZone"))
        .With("image_id", instance.Text("imageId"))
        .With("private_ip", instance.Text("privateIpAddress"))
        .With("private_dns_name", instance.Text("privateDnsName"))
        .With("architecture", instance.Text("architecture"))
        .With("platform", instance.Text("platformDetails"))
        .With("market", instance.Text("instanceLifecycle"))
        .With("instance_profile", instance.Text("iamInstanceProfile.arn"));
}
