using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Api.Protocols;

namespace OrgLens.Local.Simulation.Services.Ec2;

/// <summary>Amazon EC2: instances, volumes, subnets, reservations and Regions.</summary>
internal static class Ec2Api
{
    private static readonly string[] Common = ["DryRun", "Filter"];

    public static ApiService Service { get; } = new("ec2", ApiProtocol.Ec2,
    [
        ApiOperation.Paged("DescribeInstances", [.. Common, "InstanceId", "IncludeManagedResources", "NextToken", "MaxResults"], Pages("reservationSet"), Instances.Reservations),
        ApiOperation.Paged("DescribeVolumes", [.. Common, "VolumeId", "IncludeManagedResources", "NextToken", "MaxResults"], Pages("volumeSet"), Volumes.All),
        ApiOperation.Paged("DescribeSubnets", [.. Common, "SubnetId", "NextToken", "MaxResults"], Pages("subnetSet"), Subnets.All),
        ApiOperation.Single("DescribeRegions", [.. Common, "RegionName", "AllRegions"], Regions.All),
        ApiOperation.Single("DescribeReservedInstances", [.. Common, "OfferingClass", "ReservedInstancesId", "OfferingType"], ReservedInstances.All),
    ])
    {
        Version = "2016-11-15",
        Namespace = "http://ec2.amazonaws.com/doc/2016-11-15/",
        BadInput = "InvalidParameterValue",
        BadToken = "InvalidNextToken",
    };

    // Whoever names no limit gets everything.
    private static ApiPaging Pages(string items) => new(items) { TokenOut = "nextToken", Minimum = 5, Maximum = 1000, Usual = int.MaxValue - 1 };
}
