using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Resources;

/// <summary>EC2 instances.</summary>
/// <remarks>https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstances.html</remarks>
internal static class Ec2Instances
{
    private static readonly AwsOperation DescribeInstances = AwsServices.Ec2.Operation("DescribeInstances") with
    {
        Paging = new AwsPaging("NextToken", "nextToken", "MaxResults", 1000),
    };

    public static readonly Collector Collector = new("ec2.instance", "service_resources")
    {
        Operations = [DescribeInstances],
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        await foreach (var reservation in run.ItemsAsync(DescribeInstances, "reservationSet", null, cancellationToken))
        {
            if (reservation.Child("instancesSet").IsMissing)
            {
                run.Missing(DescribeInstances, "instancesSet");
            }

            foreach (var instance in reservation.List("instancesSet"))
            {
                run.Write(row =>
                {
                    var tags = instance.List("tagSet");
                    row.Identity("EC2", "Instance", instance.Text("instanceId"), ResourceRows.NameOf(tags));
                    row.Text("availability_zone", instance.Text("placement.availabilityZone"));
                    row.Text("state", instance.Text("instanceState.name"));
                    row.Text("instance_type", instance.Text("instanceType"));
                    row.Text("vpc_id", instance.Text("vpcId"));
                    row.Tags("tags", tags);
                    row.Nested("details", details =>
                    {
                        // Each start of an instance is a launch: no date of creation.
                        details.Instant("launch_time", instance.Instant("launchTime"));
                        details.Text("image_id", instance.Text("imageId"));
                        details.Text("platform", instance.Text("platformDetails"));
                        details.Text("subnet_id", instance.Text("subnetId"));
                        details.Text("private_ip", instance.Text("privateIpAddress"));
                        details.Text("public_ip", instance.Text("ipAddress"));
                    });
                });
            }
        }
    }
}
