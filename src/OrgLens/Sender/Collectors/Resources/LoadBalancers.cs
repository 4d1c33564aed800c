using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Resources;

/// <summary>Application, network and gateway load balancers with their tags.</summary>
/// <remarks>https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeLoadBalancers.html</remarks>
internal static class LoadBalancers
{
    private static readonly AwsOperation DescribeLoadBalancers = AwsServices.ElasticLoadBalancingV2.Operation("DescribeLoadBalancers") with
    {
        Paging = new AwsPaging("Marker", "NextMarker", "PageSize", 400),
    };

    private static readonly LoadBalancerTags Tags = new(AwsServices.ElasticLoadBalancingV2.Operation("DescribeTags"), "ResourceArns", "LoadBalancerArn", "ResourceArn");

    public static readonly Collector Collector = new("elb.loadbalancer", "service_resources")
    {
        Operations = [DescribeLoadBalancers, Tags.Describe],
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        var pages = run.PagesAsync(DescribeLoadBalancers, null, cancellationToken);
        await foreach (var described in run.SelectAsync(pages, (page, ct) => Tags.ReadAsync(run, page.List("LoadBalancers"), ct), cancellationToken))
        {
            foreach (var (balancer, tags) in described)
            {
                run.Write(row => WriteRow(row, balancer, tags));
            }
        }
    }

    private static void WriteRow(RowWriter row, AwsValue balancer, IReadOnlyList<AwsValue>? tags)
    {
        row.Identity("ELB", "LoadBalancer", balancer.Text("LoadBalancerName"), balancer.Text("LoadBalancerName"));
        row.Text("availability_zone", string.Join(',', balancer.List("AvailabilityZones").Select(zone => zone.Text("ZoneName"))));
        row.Text("state", balancer.Text("State.Code"));
        row.Text("vpc_id", balancer.Text("VpcId"));
        row.Instant("creation_date", balancer.Instant("CreatedTime"));
        row.Text("type", balancer.Text("Type"));
        row.Text("scheme", balancer.Text("Scheme"));
        row.TagsIfKnown(tags);
        row.Nested("details", details =>
        {
            details.Text("arn", balancer.Text("LoadBalancerArn"));
            details.Text("dns_name", balancer.Text("DNSName"));
            details.Text("ip_address_type", balancer.Text("IpAddressType"));
            details.Texts("security_groups", balancer.Texts("SecurityGroups"));
            details.Texts("subnets", balancer.List("AvailabilityZones").Select(zone => zone.Text("SubnetId")).OfType<string>());
        });
    }
}
