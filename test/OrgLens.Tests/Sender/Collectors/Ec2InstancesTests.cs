using OrgLens.Aws;
using OrgLens.Sender;
using OrgLens.Sender.Collectors.Resources;

namespace OrgLens.Tests.Sender.Collectors;

public sealed class Ec2InstancesTests
{
    [Fact]
    public async Task Instances_of_all_reservations_and_pages_are_listed_with_their_tags()
    {
        var calls = new CannedCalls()
            .Answer("DescribeInstances", Page("<nextToken>t</nextToken>", "i-1", "i-2"), input => !input.ContainsKey("NextToken"))
            .Answer("DescribeInstances", Page("<nextToken/>", "i-3"), input => (string?)input["NextToken"] == "t");
        var collected = await Collected.RunAsync(Ec2Instances.Collector, calls);
        var rows = collected.Rows("service_resources");
        Assert.Equal(["i-1", "i-2", "i-3"], rows.Select(row => (string?)row!["resource_id"]));
        JsonAssert.Equal(
            """
            {"region":"eu-west-1","service_name":"EC2","resource_type":"Instance","resource_id":"i-1","resource_name":"web","availability_zone":"eu-west-1a",
             "state":"running","instance_type":"t3.micro","vpc_id":null,"tags":[{"Key":"Name","Value":"web"}],
             "details":{"launch_time":"2026-01-07T10:00:00+00:00","image_id":null,"platform":"Linux/UNIX","subnet_id":null,"private_ip":null,"public_ip":null}}
            """,
            rows[0]);
        Assert.Equal(CoverageStatus.Complete, collected.Ended("ec2.instance").Status);
    }

    [Fact]
    public async Task A_failure_on_the_second_page_keeps_the_first()
    {
        var calls = new CannedCalls()
            .Answer("DescribeInstances", Page("<nextToken>t</nextToken>", "i-1"), input => !input.ContainsKey("NextToken"))
            .Fail("DescribeInstances", AwsErrorKind.DeniedByScp, "UnauthorizedOperation", input => input.ContainsKey("NextToken"));
        var collected = await Collected.RunAsync(Ec2Instances.Collector, calls);
        Assert.Single(collected.Rows("service_resources"));
        Assert.Equal(CoverageStatus.DeniedScp, collected.Ended("ec2.instance").Status);
    }

    private static string Page(string token, params string[] instances) =>
        $"""
        <DescribeInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r</requestId><reservationSet>
        {string.Concat(instances.Select(id => $"<item><reservationId>r</reservationId><instancesSet><item><instanceId>{id}</instanceId>" +
            "<instanceState><code>16</code><name>running</name></instanceState><instanceType>t3.micro</instanceType><launchTime>2026-01-07T10:00:00.000Z</launchTime>" +
            "<placement><availabilityZone>eu-west-1a</availabilityZone></placement><platformDetails>Linux/UNIX</platformDetails>" +
            "<tagSet><item><key>Name</key><value>web</value></item></tagSet></item></instancesSet></item>"))}
        </reservationSet>{token}</DescribeInstancesResponse>
        """;
}
