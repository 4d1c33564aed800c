using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Resources;

/// <summary>Classic load balancers with their tags. They have no state of their own: one that is listed is active.</summary>
/// <remarks>https://docs.aws.amazon.com/elasticloadbalancing/2012-06-01/APIReference/API_DescribeLoadBalancers.html</remarks>
internal static class ClassicLoadBalancers
{
    private static readonly AwsOperation DescribeLoadBalancers = AwsServices.ElasticLoadBalancing.Operation("DescribeLoadBalancers") with
    {
        Paging = new AwsPaging("Marker", "NextMarker", "PageSize", 400),
    };

    private static readonly LoadBalancerTags Tags = new(AwsServices.ElasticLoadBalancing.Operation("DescribeTags"), "LoadBalancerNames", "LoadBalancerName", "LoadBalancerName");

    public static readonly Collector Collector = new("elb.classicloadbalancer", "service_resources")
    {
        Operations = [DescribeLoadBalancers, Tags.Describe],
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        var pages = run.PagesAsync(DescribeLoadBalancers, null, cancellationToken);
        await foreach (var described in run.SelectAsync(pages, (page, ct) => Tags.ReadAsync(run, page.List("LoadBalancerDescriptions"), ct), cancellationToken))
        {
            foreach (var (balancer, tags) in described)
            {
                run.Write(row => WriteRow(row, balancer, tags));
            }
        }
    }

    private static void WriteRow(RowWriter row, AwsValue balancer, IReadOnlyList<AwsValue>? tags)
    {
        row.Identity("ELB", "ClassicLoadBalancer", balancer.Text("LoadBalancerName"), balancer.Text("LoadBalancerName"));
        row.Text("availability_zone", string.Join(',', balancer.Texts("AvailabilityZones")));
        row.Text("state", "active");
        row.Text("vpc_id", balancer.Text("VPCId"));
        row.Instant("creation_date", balancer.Instant("CreatedTime"));
        row.Text("type", "classic");
        row.Text("scheme", balancer.Text("Scheme"));
        row.Number("instance_count", balancer.List("Instances").Count);
        row.TagsIfKnown(tags);
        row.Nested("details", details =>
        {
            details.Text("dns_name", balancer.Text("DNSName"));
            details.Texts("security_groups", balancer.Texts("SecurityGroups"));
            details.Texts("subnets", balancer.Texts("Subnets"));
            details.Texts("listeners", balancer.List("ListenerDescriptions").Select(listener =>
                $"{listener.Text("Listener.Protocol")}:{listener.WholeNumber("Listener.LoadBalancerPort")}"));
        });
    }
}
