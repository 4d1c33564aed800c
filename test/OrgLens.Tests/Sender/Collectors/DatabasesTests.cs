using OrgLens.Aws;
using OrgLens.Sender;
using OrgLens.Sender.Collectors.Resources;

namespace OrgLens.Tests.Sender.Collectors;

public sealed class DatabasesTests
{
    private const string Instance =
        """
        <DBInstance><DBInstanceIdentifier>orders</DBInstanceIdentifier><DBInstanceArn>arn:aws:rds:eu-west-1:111122223333:db:orders</DBInstanceArn>
        <AvailabilityZone>eu-west-1b</AvailabilityZone><DBInstanceStatus>available</DBInstanceStatus><DBSubnetGroup><VpcId>vpc-1</VpcId></DBSubnetGroup>
        <Engine>postgres</Engine><EngineVersion>17.4</EngineVersion><DBInstanceClass>db.r6g.large</DBInstanceClass><MultiAZ>true</MultiAZ>
        <AllocatedStorage>200</AllocatedStorage><StorageType>gp3</StorageType><StorageEncrypted>true</StorageEncrypted>
        <InstanceCreateTime>2026-01-07T10:00:00.123Z</InstanceCreateTime><PubliclyAccessible>false</PubliclyAccessible><BackupRetentionPeriod>7</BackupRetentionPeriod>
        <TagList><Tag><Key>team</Key><Value>shop</Value></Tag></TagList></DBInstance>
        """;

    private const string Cluster =
        """
        <DBCluster><DBClusterIdentifier>shop</DBClusterIdentifier><AvailabilityZones><AvailabilityZone>eu-west-1a</AvailabilityZone>
        <AvailabilityZone>eu-west-1b</AvailabilityZone></AvailabilityZones><Status>available</Status><Engine>aurora-postgresql</Engine><EngineMode>provisioned</EngineMode>
        <AllocatedStorage>1</AllocatedStorage><MultiAZ>false</MultiAZ><ClusterCreateTime>2026-01-07T10:00:00Z</ClusterCreateTime><HttpEndpointEnabled>true</HttpEndpointEnabled>
        <ServerlessV2ScalingConfiguration><MinCapacity>0.5</MinCapacity><MaxCapacity>8</MaxCapacity></ServerlessV2ScalingConfiguration>
        <DBClusterMembers><DBClusterMember><DBInstanceIdentifier>shop-1</DBInstanceIdentifier></DBClusterMember></DBClusterMembers><TagList/></DBCluster>
        """;

    [Fact]
    public async Task Instances_of_all_pages_are_listed()
    {
        var calls = new CannedCalls()
            .Answer("DescribeDBInstances", Page("DBInstance", Instance, "<Marker>m</Marker>"), input => !input.ContainsKey("Marker"))
            .Answer("DescribeDBInstances", Page("DBInstance", "<DBInstance><DBInstanceIdentifier>b</DBInstanceIdentifier><AllocatedStorage>1</AllocatedStorage></DBInstance>"), input => (string?)input["Marker"] == "m");
        var collected = await Collected.RunAsync(DbInstances.Collector, calls);
        var rows = collected.Rows("service_resources");
        JsonAssert.Equal(
            """
            {"region":"eu-west-1","service_name":"RDS","resource_type":"DBInstance","resource_id":"orders","resource_name":"orders","availability_zone":"eu-west-1b",
             "state":"available","vpc_id":"vpc-1","engine":"postgres","instance_class":"db.r6g.large","multi_az":true,"size_gb":200,"volume_type":"gp3",
             "creation_date":"2026-01-07T10:00:00.123+00:00","tags":[{"Key":"team","Value":"shop"}],
             "details":{"arn":"arn:aws:rds:eu-west-1:111122223333:db:orders","resource_id":null,"cluster":null,"engine_version":"17.4","encrypted":true,"kms_key_id":null,
              "publicly_accessible":false,"deletion_protection":null,"backup_retention_days":7,"iam_authentication":null,"auto_minor_version_upgrade":null,
              "certificate_authority":null,"max_allocated_storage":null}}
            """,
            rows[0]);
        Assert.Null(rows[1]!["size_gb"]);
        Assert.Equal((CoverageStatus.Complete, 2), (collected.Ended("rds.dbinstance").Status, collected.Ended("rds.dbinstance").Items));
    }

    [Fact]
    public async Task Clusters_are_listed_with_their_instances_and_without_a_size_that_says_nothing()
    {
        var calls = new CannedCalls()
            .Answer("DescribeDBClusters", Page("DBCluster", Cluster, "<Marker>m</Marker>"), input => !input.ContainsKey("Marker"))
            .Answer("DescribeDBClusters", Page("DBCluster", string.Empty), input => input.ContainsKey("Marker"));
        var collected = await Collected.RunAsync(DbClusters.Collector, calls);
        JsonAssert.Equal(
            """
            [{"region":"eu-west-1","service_name":"RDS","resource_type":"DBCluster","resource_id":"shop","resource_name":"shop","availability_zone":"eu-west-1a,eu-west-1b",
             "state":"available","engine":"aurora-postgresql","instance_class":null,"multi_az":false,"size_gb":null,"volume_type":null,
             "creation_date":"2026-01-07T10:00:00+00:00","instance_count":1,"tags":[],
             "details":{"arn":null,"resource_id":null,"engine_version":null,"engine_mode":"provisioned","encrypted":null,"kms_key_id":null,"deletion_protection":null,
              "backup_retention_days":null,"iam_authentication":null,"data_api":true,"min_capacity":0.5,"max_capacity":8,"instances":["shop-1"]}}]
            """,
            collected.Rows("service_resources"));
        Assert.Equal((CoverageStatus.Complete, 2), (collected.Ended("rds.dbcluster").Status, collected.Ended("rds.dbcluster").Calls));
    }

    [Fact]
    public async Task A_failure_on_the_second_page_keeps_the_first()
    {
        var calls = new CannedCalls()
            .Answer("DescribeDBInstances", Page("DBInstance", Instance, "<Marker>m</Marker>"), input => !input.ContainsKey("Marker"))
            .Fail("DescribeDBInstances", AwsErrorKind.Unreachable, "Connection", input => input.ContainsKey("Marker"))
            .Answer("DescribeDBClusters", Page("DBCluster", Cluster, "<Marker>m</Marker>"), input => !input.ContainsKey("Marker"))
            .Fail("DescribeDBClusters", AwsErrorKind.DeniedByScp, "AccessDenied", input => input.ContainsKey("Marker"));
        var collected = await Collected.RunAsync([DbInstances.Collector, DbClusters.Collector], calls, ["eu-west-1"]);
        Assert.Equal(["orders", "shop"], collected.Rows("service_resources").Select(row => (string?)row!["resource_id"]));
        Assert.Equal((CoverageStatus.Failed, CoverageStatus.DeniedScp), (collected.Ended("rds.dbinstance").Status, collected.Ended("rds.dbcluster").Status));
    }

    private static string Page(string kind, string items, string marker = "") =>
        $"<Describe{kind}sResponse xmlns=\"http://rds.amazonaws.com/doc/2014-10-31/\"><Describe{kind}sResult>{marker}<{kind}s>{items}</{kind}s></Describe{kind}sResult></Describe{kind}sResponse>";
}
