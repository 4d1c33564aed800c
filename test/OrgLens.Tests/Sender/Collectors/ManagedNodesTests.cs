using OrgLens.Aws;
using OrgLens.Sender;
using OrgLens.Sender.Collectors.Inventory;

namespace OrgLens.Tests.Sender.Collectors;

public sealed class ManagedNodesTests
{
    private const string First =
        """
        {"InstanceInformationList":[{"InstanceId":"i-1","PingStatus":"Online","LastPingDateTime":1767780000.25,"AgentVersion":"3.3.1","IsLatestVersion":true,"PlatformType":"Linux",
         "PlatformName":"Amazon Linux","PlatformVersion":"2023","ResourceType":"EC2Instance","IPAddress":"10.0.0.1","ComputerName":"a","AssociationStatus":"Success",
         "LastAssociationExecutionDate":1767780000,"LastSuccessfulAssociationExecutionDate":1767780000}],"NextToken":"t"}
        """;

    private const string Last = """{"InstanceInformationList":[{"InstanceId":"mi-2","PingStatus":"ConnectionLost","ResourceType":"ManagedInstance"}]}""";

    private const string Installed =
        """{"Patches":[{"Title":"KB1 update","KBId":"KB1","Classification":"SecurityUpdates","Severity":"Critical","State":"Installed","InstalledTime":1767780000}],"NextToken":"p"}""";

    private const string NotInstalled =
        """
        {"Patches":[{"Title":"","KBId":"KB2","Classification":"","Severity":"","State":"Missing","InstalledTime":0},
         {"Title":"KB3 update","KBId":"KB3","Classification":"Updates","Severity":"Low","State":"Failed","InstalledTime":0.0}]}
        """;

    [Fact]
    public async Task Nodes_of_all_pages_are_listed_hybrid_ones_included()
    {
        var collected = await Collected.RunAsync(ManagedNodes.Collector, Nodes().Answer("DescribeInstancePatches", """{"Patches":[]}"""));
        var rows = collected.Rows("inventory.instances");
        JsonAssert.Equal(
            """
            {"region":"eu-west-1","instance_id":"i-1","instance_type":"EC2Instance","platform":"Amazon Linux","platform_type":"Linux","platform_version":"2023",
             "agent_version":"3.3.1","is_latest_version":true,"computer_name":"a","ip_address":"10.0.0.1","ping_status":"Online",
             "last_ping_date_time":"2026-01-07T10:00:00.25+00:00","association_status":"Success","association_execution_date":"2026-01-07T10:00:00+00:00",
             "association_success_date":"2026-01-07T10:00:00+00:00"}
            """,
            rows[0]);
        Assert.Equal(("mi-2", "ManagedInstance"), ((string?)rows[1]!["instance_id"], (string?)rows[1]!["instance_type"]));
        Assert.Equal((CoverageStatus.Complete, 2, 4), (collected.Ended("inventory.instances").Status, collected.Ended("inventory.instances").Items, collected.Ended("inventory.instances").Calls));
        Assert.Equal(CoverageStatus.Empty, collected.Ended("inventory.patches").Status);
    }

    [Fact]
    public async Task Patches_of_all_pages_and_states_are_listed_and_what_is_not_installed_has_no_time_of_it()
    {
        var calls = Nodes().Answer("DescribeInstancePatches", Installed, input => (string?)input["InstanceId"] == "i-1" && !input.ContainsKey("NextToken"))
            .Answer("DescribeInstancePatches", NotInstalled, input => (string?)input["NextToken"] == "p")
            .Fail("DescribeInstancePatches", AwsErrorKind.Failed, "InvalidInstanceId", input => (string?)input["InstanceId"] == "mi-2");
        var collected = await Collected.RunAsync(ManagedNodes.Collector, calls);
        JsonAssert.Equal(
            """
            [
              {"region":"eu-west-1","instance_id":"i-1","title":"KB1 update","classification":"SecurityUpdates","severity":"Critical","state":"Installed","installed_time":"2026-01-07T10:00:00+00:00"},
              {"region":"eu-west-1","instance_id":"i-1","title":"KB2","classification":"","severity":"","state":"Missing","installed_time":null},
              {"region":"eu-west-1","instance_id":"i-1","title":"KB3 update","classification":"Updates","severity":"Low","state":"Failed","installed_time":null}
            ]
            """,
            collected.Rows("inventory.patches"));
        Assert.Equal((CoverageStatus.Complete, 3), (collected.Ended("inventory.patches").Status, collected.Ended("inventory.patches").Items));
    }

    [Fact]
    public async Task A_failure_on_a_node_s_second_page_of_patches_keeps_the_first_and_the_list_of_nodes_complete()
    {
        var calls = Nodes().Answer("DescribeInstancePatches", Installed, input => (string?)input["InstanceId"] == "i-1" && !input.ContainsKey("NextToken"))
            .Fail("DescribeInstancePatches", AwsErrorKind.Throttled, "ThrottlingException", input => (string?)input["NextToken"] == "p")
            .Answer("DescribeInstancePatches", NotInstalled, input => (string?)input["InstanceId"] == "mi-2");
        var collected = await Collected.RunAsync(ManagedNodes.Collector, calls);
        Assert.Equal(["i-1", "mi-2", "mi-2"], collected.Rows("inventory.patches").Select(row => (string?)row!["instance_id"]));
        Assert.Equal((CoverageStatus.Complete, CoverageStatus.Throttled), (collected.Ended("inventory.instances").Status, collected.Ended("inventory.patches").Status));
    }

    [Fact]
    public async Task A_failure_on_the_second_page_of_nodes_leaves_neither_list_complete()
    {
        var calls = new CannedCalls().Answer("DescribeInstanceInformation", First, input => !input.ContainsKey("NextToken"))
            .Fail("DescribeInstanceInformation", AwsErrorKind.DeniedByPolicy, "AccessDeniedException", input => input.ContainsKey("NextToken"))
            .Answer("DescribeInstancePatches", """{"Patches":[]}""");
        var collected = await Collected.RunAsync(ManagedNodes.Collector, calls);
        Assert.Single(collected.Rows("inventory.instances"));
        Assert.Equal((CoverageStatus.DeniedIam, CoverageStatus.DeniedIam), (collected.Ended("inventory.instances").Status, collected.Ended("inventory.patches").Status));
    }

    private static CannedCalls Nodes() => new CannedCalls()
        .Answer("DescribeInstanceInformation", First, input => !input.ContainsKey("NextToken"))
        .Answer("DescribeInstanceInformation", Last, input => (string?)input["NextToken"] == "t");
}
