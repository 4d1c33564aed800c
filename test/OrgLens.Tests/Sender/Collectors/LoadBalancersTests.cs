using OrgLens.Aws;
using OrgLens.Sender;
using OrgLens.Sender.Collectors.Resources;

namespace OrgLens.Tests.Sender.Collectors;

public sealed class LoadBalancersTests
{
    private const string Web =
        """
        <member><LoadBalancerArn>arn:web</LoadBalancerArn><LoadBalancerName>web</LoadBalancerName><DNSName>web.example</DNSName><Scheme>internal</Scheme><VpcId>vpc-1</VpcId>
        <Type>application</Type><State><Code>active</Code></State><CreatedTime>2026-01-07T10:00:00Z</CreatedTime><IpAddressType>ipv4</IpAddressType>
        <SecurityGroups><member>sg-1</member></SecurityGroups><AvailabilityZones><member><ZoneName>eu-west-1a</ZoneName><SubnetId>subnet-1</SubnetId></member>
        <member><ZoneName>eu-west-1b</ZoneName><SubnetId>subnet-2</SubnetId></member></AvailabilityZones></member>
        """;

    [Fact]
    public async Task Load_balancers_of_all_pages_are_listed_with_their_tags()
    {
        var collected = await Collected.RunAsync(LoadBalancers.Collector, Balancers().Answer("DescribeTags", Tags("<ResourceArn>arn:web</ResourceArn>")));
        var rows = collected.Rows("service_resources");
        JsonAssert.Equal(
            """
            {"region":"eu-west-1","service_name":"ELB","resource_type":"LoadBalancer","resource_id":"web","resource_name":"web","availability_zone":"eu-west-1a,eu-west-1b",
             "state":"active","vpc_id":"vpc-1","creation_date":"2026-01-07T10:00:00+00:00","type":"application","scheme":"internal","tags":[{"Key":"team","Value":"shop"}],
             "details":{"arn":"arn:web","dns_name":"web.example","ip_address_type":"ipv4","security_groups":["sg-1"],"subnets":["subnet-1","subnet-2"]}}
            """,
            rows[0]);
        JsonAssert.Equal("[]", rows[1]!["tags"]);
        Assert.Equal((CoverageStatus.Complete, 22, 5), (collected.Ended("elb.loadbalancer").Status, collected.Ended("elb.loadbalancer").Items, collected.Ended("elb.loadbalancer").Calls));
        Assert.All(collected.Calls, call => Assert.True((call.Input["ResourceArns"]?.AsArray().Count ?? 0) <= 20));
    }

    [Fact]
    public async Task Tags_that_may_not_be_read_are_null_and_the_load_balancers_stay()
    {
        var collected = await Collected.RunAsync(LoadBalancers.Collector, Balancers().Fail("DescribeTags", AwsErrorKind.DeniedByPolicy, "AccessDenied"));
        Assert.All(collected.Rows("service_resources"), row => Assert.Null(row!["tags"]));
        Assert.Equal(
            (CoverageStatus.DeniedIam, 22, "elasticloadbalancing:DescribeTags AccessDenied (3 times)"),
            (collected.Ended("elb.loadbalancer").Status, collected.Ended("elb.loadbalancer").Items, collected.Ended("elb.loadbalancer").Error));
    }

    [Fact]
    public async Task A_failure_on_the_second_page_keeps_the_first()
    {
        var calls = new CannedCalls().Answer("DescribeLoadBalancers", Page(Web, "<NextMarker>m</NextMarker>"), input => !input.ContainsKey("Marker"))
            .Fail("DescribeLoadBalancers", AwsErrorKind.Throttled, "Throttling", input => input.ContainsKey("Marker"))
            .Answer("DescribeTags", Tags("<ResourceArn>arn:web</ResourceArn>"));
        var collected = await Collected.RunAsync(LoadBalancers.Collector, calls);
        Assert.Equal("web", (string?)Assert.Single(collected.Rows("service_resources"))!["resource_id"]);
        Assert.Equal(CoverageStatus.Throttled, collected.Ended("elb.loadbalancer").Status);
    }

    [Fact]
    public async Task Classic_load_balancers_are_listed_besides_with_their_tags()
    {
        const string First =
            """
            <member><LoadBalancerName>old</LoadBalancerName><DNSName>old.example</DNSName><Scheme>internet-facing</Scheme><VPCId>vpc-1</VPCId>
            <CreatedTime>2014-01-07T10:00:00Z</CreatedTime><AvailabilityZones><member>eu-west-1a</member></AvailabilityZones><Subnets/><SecurityGroups/>
            <Instances><member><InstanceId>i-1</InstanceId></member></Instances>
            <ListenerDescriptions><member><Listener><Protocol>HTTP</Protocol><LoadBalancerPort>80</LoadBalancerPort></Listener></member></ListenerDescriptions></member>
            """;
        var calls = new CannedCalls()
            .Answer("DescribeLoadBalancers", Page(First, "<NextMarker>m</NextMarker>", "LoadBalancerDescriptions"), input => !input.ContainsKey("Marker"))
            .Fail("DescribeLoadBalancers", AwsErrorKind.Malformed, "Malformed", input => input.ContainsKey("Marker"))
            .Answer("DescribeTags", Tags("<LoadBalancerName>old</LoadBalancerName>"));
        var collected = await Collected.RunAsync(ClassicLoadBalancers.Collector, calls);
        JsonAssert.Equal(
            """
            [{"region":"eu-west-1","service_name":"ELB","resource_type":"ClassicLoadBalancer","resource_id":"old","resource_name":"old","availability_zone":"eu-west-1a",
             "state":"active","vpc_id":"vpc-1","creation_date":"2014-01-07T10:00:00+00:00","type":"classic","scheme":"internet-facing","instance_count":1,
             "tags":[{"Key":"team","Value":"shop"}],
             "details":{"dns_name":"old.example","security_groups":[],"subnets":[],"listeners":["HTTP:80"]}}]
            """,
            collected.Rows("service_resources"));
        Assert.Equal(CoverageStatus.Failed, collected.Ended("elb.classicloadbalancer").Status);
    }

    private static CannedCalls Balancers()
    {
        var others = string.Concat(Enumerable.Range(1, 20).Select(number => Balancer($"b{number}")));
        return new CannedCalls()
            .Answer("DescribeLoadBalancers", Page(Web + others, "<NextMarker>m</NextMarker>"), input => !input.ContainsKey("Marker"))
            .Answer("DescribeLoadBalancers", Page(Balancer("last")), input => (string?)input["Marker"] == "m");
    }

    private static string Balancer(string name) => $"<member><LoadBalancerArn>arn:{name}</LoadBalancerArn><LoadBalancerName>{name}</LoadBalancerName></member>";

    private static string Tags(string key) =>
        $"""
        <DescribeTagsResponse><DescribeTagsResult><TagDescriptions><member>{key}<Tags><member><Key>team</Key><Value>shop</Value></member></Tags></member></TagDescriptions>
        </DescribeTagsResult></DescribeTagsResponse>
        """;

    private static string Page(string items, string marker = "", string list = "LoadBalancers") =>
        $"<DescribeLoadBalancersResponse><DescribeLoadBalancersResult><{list}>{items}</{list}>{marker}</DescribeLoadBalancersResult></DescribeLoadBalancersResponse>";
}
