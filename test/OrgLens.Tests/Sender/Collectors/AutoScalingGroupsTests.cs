using OrgLens.Aws;
using OrgLens.Sender;
using OrgLens.Sender.Collectors.Resources;

namespace OrgLens.Tests.Sender.Collectors;

public sealed class AutoScalingGroupsTests
{
    private const string Web =
        """
        <member><AutoScalingGroupName>web</AutoScalingGroupName><AutoScalingGroupARN>arn:web</AutoScalingGroupARN><MinSize>1</MinSize><MaxSize>4</MaxSize>
        <DesiredCapacity>2</DesiredCapacity><CreatedTime>2026-01-07T10:00:00Z</CreatedTime><HealthCheckType>ELB</HealthCheckType>
        <AvailabilityZones><member>eu-west-1a</member><member>eu-west-1b</member></AvailabilityZones><VPCZoneIdentifier>subnet-1,subnet-2</VPCZoneIdentifier>
        <MixedInstancesPolicy><LaunchTemplate><LaunchTemplateSpecification><LaunchTemplateName>web-lt</LaunchTemplateName></LaunchTemplateSpecification></LaunchTemplate></MixedInstancesPolicy>
        <Instances><member><InstanceId>i-1</InstanceId></member></Instances>
        <Tags><member><ResourceId>web</ResourceId><Key>team</Key><Value>shop</Value><PropagateAtLaunch>true</PropagateAtLaunch></member></Tags></member>
        """;

    [Fact]
    public async Task Groups_of_all_pages_are_listed_and_one_without_instances_is_inactive()
    {
        var calls = new CannedCalls()
            .Answer("DescribeAutoScalingGroups", Page(Web, "<NextToken>t</NextToken>"), input => !input.ContainsKey("NextToken"))
            .Answer("DescribeAutoScalingGroups", Page("<member><AutoScalingGroupName>batch</AutoScalingGroupName><Instances/></member>"), input => (string?)input["NextToken"] == "t");
        var collected = await Collected.RunAsync(AutoScalingGroups.Collector, calls);
        var rows = collected.Rows("service_resources");
        JsonAssert.Equal(
            """
            {"region":"eu-west-1","service_name":"AutoScaling","resource_type":"AutoScalingGroup","resource_id":"web","resource_name":"web",
             "availability_zone":"eu-west-1a,eu-west-1b","state":"Active","creation_date":"2026-01-07T10:00:00+00:00","instance_count":1,"min_size":1,"max_size":4,
             "tags":[{"Key":"team","Value":"shop"}],
             "details":{"arn":"arn:web","desired_capacity":2,"health_check_type":"ELB","launch_template":"web-lt","launch_configuration":null,
              "subnets":"subnet-1,subnet-2","status":null,"instances":["i-1"]}}
            """,
            rows[0]);
        Assert.Equal("Inactive", (string?)rows[1]!["state"]);
        Assert.Equal((CoverageStatus.Complete, 2), (collected.Ended("autoscaling.autoscalinggroup").Status, collected.Ended("autoscaling.autoscalinggroup").Items));
    }

    [Fact]
    public async Task A_failure_on_the_second_page_keeps_the_first()
    {
        var calls = new CannedCalls()
            .Answer("DescribeAutoScalingGroups", Page(Web, "<NextToken>t</NextToken>"), input => !input.ContainsKey("NextToken"))
            .Fail("DescribeAutoScalingGroups", AwsErrorKind.DeniedByPolicy, "AccessDenied", input => input.ContainsKey("NextToken"));
        var collected = await Collected.RunAsync(AutoScalingGroups.Collector, calls);
        Assert.Single(collected.Rows("service_resources"));
        Assert.Equal(CoverageStatus.DeniedIam, collected.Ended("autoscaling.autoscalinggroup").Status);
    }

    private static string Page(string items, string token = "") =>
        $"""
        <DescribeAutoScalingGroupsResponse xmlns="http://autoscaling.amazonaws.com/doc/2011-01-01/"><DescribeAutoScalingGroupsResult>
        <AutoScalingGroups>{items}</AutoScalingGroups>{token}</DescribeAutoScalingGroupsResult></DescribeAutoScalingGroupsResponse>
        """;
}
