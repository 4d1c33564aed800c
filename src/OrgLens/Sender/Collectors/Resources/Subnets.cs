using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Resources;

/// <summary>Subnets, with the addresses that they have left.</summary>
/// <remarks>https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSubnets.html</remarks>
internal static class Subnets
{
    private static readonly AwsOperation DescribeSubnets = AwsServices.Ec2.Operation("DescribeSubnets") with
    {
        Paging = new AwsPaging("NextToken", "nextToken", "MaxResults", 1000),
    };

    public static readonly Collector Collector = new("vpc.subnet", "service_resources")
    {
        Operations = [DescribeSubnets],
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        await foreach (var subnet in run.ItemsAsync(DescribeSubnets, "subnetSet", null, cancellationToken))
        {
            run.Write(row =>
            {
                var tags = subnet.List("tagSet");
                row.Identity("VPC", "Subnet", subnet.Text("subnetId"), ResourceRows.NameOf(tags));
                row.Text("availability_zone", subnet.Text("availabilityZone"));
                row.Text("state", subnet.Text("state"));
                row.Text("vpc_id", subnet.Text("vpcId"));
                row.Number("available_ip_count", subnet.Number("availableIpAddressCount"));
                row.Tags("tags", tags);
                row.Nested("details", details =>
                {
                    details.Text("arn", subnet.Text("subnetArn"));
                    details.Text("cidr_block", subnet.Text("cidrBlock"));
                    details.Texts("ipv6_cidr_blocks", subnet.List("ipv6CidrBlockAssociationSet").Select(block => block.Text("ipv6CidrBlock")).OfType<string>());
                    details.Text("availability_zone_id", subnet.Text("availabilityZoneId"));
                    details.Flag("is_default", subnet.Flag("defaultForAz"));
                    details.Flag("maps_public_ip", subnet.Flag("mapPublicIpOnLaunch"));
                    // A shared subnet is listed in the accounts that use it, too.
                    details.Text("owner_id", subnet.Text("ownerId"));
                });
            });
        }
    }
}
