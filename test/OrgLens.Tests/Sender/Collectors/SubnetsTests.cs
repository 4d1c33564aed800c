using OrgLens.Aws;
using OrgLens.Sender;
using OrgLens.Sender.Collectors.Resources;

namespace OrgLens.Tests.Sender.Collectors;

public sealed class SubnetsTests
{
    private const string First =
        """
        <item><subnetId>subnet-1</subnetId><subnetArn>arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-1</subnetArn><state>available</state>
        <ownerId>111122223333</ownerId><vpcId>vpc-1</vpcId><cidrBlock>10.0.0.0/24</cidrBlock><availableIpAddressCount>251</availableIpAddressCount>
        <availabilityZone>eu-west-1a</availabilityZone><availabilityZoneId>euw1-az1</availabilityZoneId><defaultForAz>false</defaultForAz>
        <mapPublicIpOnLaunch>true</mapPublicIpOnLaunch><ipv6CidrBlockAssociationSet><item><ipv6CidrBlock>2001:db8::/64</ipv6CidrBlock></item></ipv6CidrBlockAssociationSet>
        <tagSet><item><key>Name</key><value>public-a</value></item></tagSet></item>
        """;

    [Fact]
    public async Task Subnets_of_all_pages_are_listed_with_the_addresses_they_have_left()
    {
        var calls = new CannedCalls()
            .Answer("DescribeSubnets", Page(First, "<nextToken>t</nextToken>"), input => !input.ContainsKey("NextToken"))
            .Answer("DescribeSubnets", Page("<item><subnetId>subnet-2</subnetId></item>"), input => (string?)input["NextToken"] == "t");
        var collected = await Collected.RunAsync(Subnets.Collector, calls);
        var rows = collected.Rows("service_resources");
        JsonAssert.Equal(
            """
            {"region":"eu-west-1","service_name":"VPC","resource_type":"Subnet","resource_id":"subnet-1","resource_name":"public-a","availability_zone":"eu-west-1a",
             "state":"available","vpc_id":"vpc-1","available_ip_count":251,"tags":[{"Key":"Name","Value":"public-a"}],
             "details":{"arn":"arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-1","cidr_block":"10.0.0.0/24","ipv6_cidr_blocks":["2001:db8::/64"],
              "availability_zone_id":"euw1-az1","is_default":false,"maps_public_ip":true,"owner_id":"111122223333"}}
            """,
            rows[0]);
        Assert.Equal("subnet-2", (string?)rows[1]!["resource_id"]);
        Assert.Equal((CoverageStatus.Complete, 2), (collected.Ended("vpc.subnet").Status, collected.Ended("vpc.subnet").Items));
    }

    [Fact]
    public async Task A_failure_on_the_second_page_keeps_the_first()
    {
        var calls = new CannedCalls()
            .Answer("DescribeSubnets", Page(First, "<nextToken>t</nextToken>"), input => !input.ContainsKey("NextToken"))
            .Fail("DescribeSubnets", AwsErrorKind.Throttled, "RequestLimitExceeded", input => input.ContainsKey("NextToken"));
        var collected = await Collected.RunAsync(Subnets.Collector, calls);
        Assert.Single(collected.Rows("service_resources"));
        Assert.Equal(CoverageStatus.Throttled, collected.Ended("vpc.subnet").Status);
    }

    private static string Page(string items, string token = "") =>
        $"<DescribeSubnetsResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><subnetSet>{items}</subnetSet>{token}</DescribeSubnetsResponse>";
}
