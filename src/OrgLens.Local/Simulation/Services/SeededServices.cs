using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Api.Protocols;

namespace OrgLens.Local.Simulation.Services;

/// <summary>Services that the emulator answers, from what was seeded or knows anyway: only refusals and faults are simulated.</summary>
internal static class SeededServices
{
    public static IReadOnlyList<ApiService> All { get; } =
    [
        new("dynamodb", ApiProtocol.Json10,
        [
            ApiOperation.Seeded("ListTables") with { EmptyElsewhere = "TableNames" }, ApiOperation.Seeded("DescribeTable"), ApiOperation.Seeded("DescribeContinuousBackups"), ApiOperation.Seeded("ListTagsOfResource"),
        ])
        { TargetPrefix = "DynamoDB_20120810" },
        new("ecs", ApiProtocol.Json11,
        [
            ApiOperation.Seeded("ListClusters") with { EmptyElsewhere = "clusterArns" }, ApiOperation.Seeded("DescribeClusters"), ApiOperation.Seeded("ListServices"), ApiOperation.Seeded("DescribeServices"),
            ApiOperation.Seeded("ListTagsForResource"),
        ])
        { TargetPrefix = "AmazonEC2ContainerServiceV20141113" },
        new("eks", ApiProtocol.RestJson,
        [
            ApiOperation.Seeded("ListClusters", "GET /clusters") with { EmptyElsewhere = "clusters" }, ApiOperation.Seeded("DescribeCluster", "GET /clusters/{name}"),
            ApiOperation.Seeded("ListNodegroups", "GET /clusters/{name}/node-groups"),
        ]),
        new("sts", ApiProtocol.Query, [ApiOperation.Seeded("GetCallerIdentity")])
        { Version = "2011-06-15", Namespace = "https://sts.amazonaws.com/doc/2011-06-15/" },
    ];
}
