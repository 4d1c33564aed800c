using System.IO.Compression;
using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api.Faults;
using OrgLens.Sender;

namespace OrgLens.Tests.Sender.Simulated;

/// <summary>The faults as the network brings them, through the real client: one collector for each protocol.</summary>
public sealed class WireFaultTests : IClassFixture<FaultyCloud>
{
    private static readonly Dictionary<ApiFault, CoverageStatus> s_ends = new()
    {
        [ApiFault.DeniedByPolicy] = CoverageStatus.DeniedIam,
        [ApiFault.DeniedByScp] = CoverageStatus.DeniedScp,
        [ApiFault.Throttled] = CoverageStatus.Throttled,
        [ApiFault.NotSubscribed] = CoverageStatus.NotEnabled,
        [ApiFault.RegionDisabled] = CoverageStatus.Failed,
        [ApiFault.AccountSuspended] = CoverageStatus.Failed,
        [ApiFault.InternalError] = CoverageStatus.Failed,
        [ApiFault.Unavailable] = CoverageStatus.Failed,
        [ApiFault.ConnectionReset] = CoverageStatus.Failed,
        [ApiFault.CutOff] = CoverageStatus.Failed,
        [ApiFault.Html] = CoverageStatus.Failed,
        [ApiFault.BadGateway] = CoverageStatus.Failed,
        [ApiFault.Malformed] = CoverageStatus.Failed,
        [ApiFault.EmptyBody] = CoverageStatus.Failed,
        [ApiFault.RepeatedToken] = CoverageStatus.Failed,
        [ApiFault.EmptyPage] = CoverageStatus.Complete,
    };

    private readonly FaultyCloud _cloud;

    public WireFaultTests(FaultyCloud cloud)
    {
        ArgumentNullException.ThrowIfNull(cloud);
        _cloud = cloud;
        _cloud.Faults.Reset();
    }

    public static TheoryData<ApiFault> Faults => [.. s_ends.Keys];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_on_the_wire_is_known_for_what_it_is_in_every_protocol(ApiFault fault)
    {
        (string Collector, string Operation)[] protocols =
        [
            ("security.kms", "ListKeys"), ("compute_optimizer", "GetEC2InstanceRecommendations"), ("security.inspector", "ListFindings"),
            ("autoscaling.autoscalinggroup", "DescribeAutoScalingGroups"), ("ec2.instance", "DescribeInstances"), ("s3.bucket", "ListBuckets"),
        ];
        foreach (var (_, operation) in protocols)
        {
            _cloud.Faults.Add(new ApiFaultRule { Fault = fault, Operation = operation, Call = fault == ApiFault.EmptyPage ? 1 : null });
        }

        var request = new SendRequest { Regions = [_cloud.Run.Account.Regions[0]], Collectors = [.. protocols.Select(protocol => protocol.Collector)] };
        var (_, coverage, _) = await SimulatedRun.CollectAsync(_cloud.Client, request, SimulatedRun.OptionsOf(_cloud.Run.Account));

        Assert.All(protocols, protocol => Assert.All(
            coverage.Where(entry => entry.Collector == protocol.Collector), entry => Assert.True(s_ends[fault] == entry.Status, $"{entry.Status} {entry.Error}")));
    }

    [Fact]
    public async Task A_run_of_which_every_third_call_is_throttled_lacks_nothing()
    {
        _cloud.Faults.Add(new ApiFaultRule { Fault = ApiFault.Throttled, Share = 0.3 });

        var request = new SendRequest { Regions = [.. _cloud.Run.Account.Regions, "sa-east-1", "ap-east-1"] };
        var (_, coverage, snapshot) = await SimulatedRun.CollectAsync(_cloud.Client, request, SimulatedRun.OptionsOf(_cloud.Run.Account));

        Assert.Equal(_cloud.Run.Coverage.Select(Ended), coverage.Select(Ended));
        Assert.Equal(Sections(_cloud.Run.Snapshot.Stored), Sections(snapshot.Stored));
    }

    private static string Ended(CoverageEntry entry) => $"{entry.Collector} {entry.Region} {entry.Status} {entry.Items} {entry.Error}";

    // How long a collector took is the only thing that may differ.
    private static List<string> Sections(byte[] stored)
    {
        using var text = new GZipStream(new MemoryStream(stored), CompressionMode.Decompress);
        return [.. JsonNode.Parse(text)!.AsObject().Where(section => section.Key != "coverage").Select(section => $"{section.Key}: {section.Value!.ToJsonString()}")];
    }
}
