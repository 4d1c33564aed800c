using OrgLens.Aws;
using OrgLens.Sender;
using OrgLens.Sender.Collectors.Resources;

namespace OrgLens.Tests.Sender.Collectors;

public sealed class EbsVolumesTests
{
    private const string Attached =
        """
        <item><volumeId>vol-1</volumeId><size>100</size><snapshotId/><availabilityZone>eu-west-1a</availabilityZone><status>in-use</status>
        <createTime>2026-01-07T10:00:00.000Z</createTime><attachmentSet><item><instanceId>i-1</instanceId></item></attachmentSet>
        <volumeType>gp3</volumeType><iops>3000</iops><throughput>125</throughput><encrypted>true</encrypted><kmsKeyId>key</kmsKeyId>
        <tagSet><item><key>Name</key><value>data</value></item></tagSet></item>
        """;

    [Fact]
    public async Task Volumes_of_all_pages_are_listed_with_what_they_are_attached_to()
    {
        var calls = new CannedCalls()
            .Answer("DescribeVolumes", Page(Attached, "<nextToken>t</nextToken>"), input => !input.ContainsKey("NextToken"))
            .Answer("DescribeVolumes", Page("<item><volumeId>vol-2</volumeId><size>8</size><status>available</status></item>"), input => (string?)input["NextToken"] == "t");
        var collected = await Collected.RunAsync(EbsVolumes.Collector, calls);
        JsonAssert.Equal(
            """
            [
              {"region":"eu-west-1","service_name":"EBS","resource_type":"Volume","resource_id":"vol-1","resource_name":"data","availability_zone":"eu-west-1a",
               "state":"in-use","size_gb":100,"volume_type":"gp3","creation_date":"2026-01-07T10:00:00+00:00","tags":[{"Key":"Name","Value":"data"}],
               "details":{"encrypted":true,"kms_key_id":"key","iops":3000,"throughput":125,"snapshot_id":"","instances":["i-1"]}},
              {"region":"eu-west-1","service_name":"EBS","resource_type":"Volume","resource_id":"vol-2","resource_name":"","availability_zone":null,
               "state":"available","size_gb":8,"volume_type":null,"creation_date":null,"tags":[],
               "details":{"encrypted":null,"kms_key_id":null,"iops":null,"throughput":null,"snapshot_id":null,"instances":[]}}
            ]
            """,
            collected.Rows("service_resources"));
        Assert.Equal((CoverageStatus.Complete, 2), (collected.Ended("ebs.volume").Status, collected.Ended("ebs.volume").Items));
    }

    [Fact]
    public async Task A_failure_on_the_second_page_keeps_the_first()
    {
        var calls = new CannedCalls()
            .Answer("DescribeVolumes", Page(Attached, "<nextToken>t</nextToken>"), input => !input.ContainsKey("NextToken"))
            .Fail("DescribeVolumes", AwsErrorKind.TimedOut, "Timeout", input => input.ContainsKey("NextToken"));
        var collected = await Collected.RunAsync(EbsVolumes.Collector, calls);
        Assert.Single(collected.Rows("service_resources"));
        Assert.Equal((CoverageStatus.Failed, "ec2:DescribeVolumes Timeout"), (collected.Ended("ebs.volume").Status, collected.Ended("ebs.volume").Error));
    }

    private static string Page(string items, string token = "") =>
        $"<DescribeVolumesResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><volumeSet>{items}</volumeSet>{token}</DescribeVolumesResponse>";
}
