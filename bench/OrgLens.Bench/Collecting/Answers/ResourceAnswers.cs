namespace OrgLens.Bench.Collecting.Answers;

/// <summary>The resources of services.</summary>
internal static class ResourceAnswers
{
    public static readonly IReadOnlyDictionary<string, AnswerText> All = new Dictionary<string, AnswerText>
    {
        ["Auto Scaling:DescribeAutoScalingGroups"] = new(
            """
            <AutoScalingGroups>[*<member><AutoScalingGroupName>asg-{id}</AutoScalingGroupName><AutoScalingGroupARN>arn:aws:autoscaling:{region}:{account}:x</AutoScalingGroupARN>
            <MinSize>1</MinSize><MaxSize>4</MaxSize><DesiredCapacity>2</DesiredCapacity><DefaultCooldown>300</DefaultCooldown><HealthCheckType>EC2</HealthCheckType>
            <AvailabilityZones><member>{region}a</member></AvailabilityZones><CreatedTime>{instant}</CreatedTime>
            <Instances><member><InstanceId>i-{id}</InstanceId>
            <AvailabilityZone>{region}a</AvailabilityZone><LifecycleState>InService</LifecycleState><HealthStatus>Healthy</HealthStatus>
            <ProtectedFromScaleIn>false</ProtectedFromScaleIn></member></Instances><Tags><member><Key>team</Key><Value>shop</Value></member></Tags></member>*]</AutoScalingGroups>
            """),
        ["Elastic Load Balancing:DescribeLoadBalancers"] = new(
            """
            <LoadBalancerDescriptions>[*<member><LoadBalancerName>classic-{id}</LoadBalancerName><DNSName>classic-{id}.{region}.elb.amazonaws.com</DNSName>
            <AvailabilityZones><member>{region}a</member></AvailabilityZones><VPCId>vpc-1</VPCId><Scheme>internet-facing</Scheme><CreatedTime>{instant}</CreatedTime>
            <ListenerDescriptions><member><Listener><Protocol>HTTP</Protocol><LoadBalancerPort>80</LoadBalancerPort><InstancePort>80</InstancePort></Listener></member></ListenerDescriptions>
            <Instances/></member>*]</LoadBalancerDescriptions>
            """),
        ["Elastic Load Balancing:DescribeTags"] = new(
            """
            <TagDescriptions>[*<member><LoadBalancerName>classic-{id}</LoadBalancerName><Tags><member><Key>team</Key><Value>shop</Value></member></Tags></member>*]</TagDescriptions>
            """),
        ["Elastic Load Balancing v2:DescribeLoadBalancers"] = new(
            """
            <LoadBalancers>[*<member><LoadBalancerName>alb-{id}</LoadBalancerName><LoadBalancerArn>arn:aws:elasticloadbalancing:{region}:{account}:loadbalancer/app/alb-{id}/x</LoadBalancerArn>
            <DNSName>alb-{id}.{region}.elb.amazonaws.com</DNSName><AvailabilityZones><member><ZoneName>{region}a</ZoneName><SubnetId>subnet-1</SubnetId></member></AvailabilityZones>
            <State><Code>active</Code></State><VpcId>vpc-1</VpcId><Type>application</Type><Scheme>internal</Scheme><CreatedTime>{instant}</CreatedTime></member>*]</LoadBalancers>
            """),
        ["Elastic Load Balancing v2:DescribeTags"] = new(
            """
            <TagDescriptions>[*<member><ResourceArn>arn:aws:elasticloadbalancing:{region}:{account}:loadbalancer/app/alb-{id}/x</ResourceArn>
            <Tags><member><Key>team</Key><Value>shop</Value></member></Tags></member>*]</TagDescriptions>
            """),
        ["RDS:DescribeDBClusters"] = new(
            """
            <DBClusters>[*<DBCluster><DBClusterIdentifier>cluster-{id}</DBClusterIdentifier><DBClusterArn>arn:aws:rds:{region}:{account}:cluster:cluster-{id}</DBClusterArn>
            <Status>available</Status><Engine>aurora-postgresql</Engine><EngineVersion>17.4</EngineVersion><MultiAZ>true</MultiAZ><AllocatedStorage>1</AllocatedStorage>
            <ClusterCreateTime>{instant}</ClusterCreateTime><StorageEncrypted>true</StorageEncrypted>
            <DBClusterMembers><DBClusterMember><DBInstanceIdentifier>db-{id}</DBInstanceIdentifier></DBClusterMember></DBClusterMembers></DBCluster>*]</DBClusters>
            """),
        ["RDS:DescribeDBInstances"] = new(
            """
            <DBInstances>[*<DBInstance><DBInstanceIdentifier>db-{id}</DBInstanceIdentifier><DBInstanceArn>arn:aws:rds:{region}:{account}:db:db-{id}</DBInstanceArn>
            <AvailabilityZone>{region}a</AvailabilityZone><DBInstanceStatus>available</DBInstanceStatus><DBSubnetGroup><VpcId>vpc-1</VpcId></DBSubnetGroup>
            <Engine>postgres</Engine><EngineVersion>17.4</EngineVersion><DBInstanceClass>db.r6g.large</DBInstanceClass><MultiAZ>true</MultiAZ>
            <AllocatedStorage>200</AllocatedStorage><StorageType>gp3</StorageType><InstanceCreateTime>{instant}</InstanceCreateTime>
            <TagList><Tag><Key>team</Key><Value>shop</Value></Tag></TagList></DBInstance>*]</DBInstances>
            """),
        ["DynamoDB:ListTables"] = new("""{"TableNames":[*"table-{id}"*]}"""),
        ["DynamoDB:DescribeTable"] = new(
            """
            {"Table":{"TableName":"table","TableArn":"arn:aws:dynamodb:{region}:{account}:table/table","TableStatus":"ACTIVE","CreationDateTime":{epoch},"TableSizeBytes":1048576,
            "ItemCount":1000,"BillingModeSummary":{"BillingMode":"PAY_PER_REQUEST"},"ProvisionedThroughput":{"ReadCapacityUnits":0,"WriteCapacityUnits":0}}}
            """),
        ["Resource Groups Tagging API:GetResources"] = new(
            """{"ResourceTagMappingList":[*{"ResourceARN":"arn:aws:dynamodb:{region}:{account}:table/table-{id}","Tags":[{"Key":"team","Value":"shop"}]}*]}"""),
        ["EC2:DescribeVolumes"] = new(
            """
            <volumeSet>[*<item><volumeId>vol-{id}</volumeId><size>100</size><availabilityZone>{region}a</availabilityZone><status>in-use</status><createTime>{instant}</createTime>
            <volumeType>gp3</volumeType><encrypted>true</encrypted><iops>3000</iops><throughput>125</throughput><attachmentSet><item><instanceId>i-{id}</instanceId></item></attachmentSet>
            <tagSet><item><key>Name</key><value>data-{id}</value></item></tagSet></item>*]</volumeSet>
            """),
        ["EC2:DescribeInstances"] = new(
            """
            <reservationSet>[*<item><reservationId>r-{id}</reservationId><ownerId>{account}</ownerId><instancesSet><item><instanceId>i-{id}</instanceId><imageId>ami-1</imageId>
            <instanceState><code>16</code><name>running</name></instanceState><instanceType>m7g.large</instanceType><launchTime>{instant}</launchTime>
            <placement><availabilityZone>{region}a</availabilityZone></placement><subnetId>subnet-1</subnetId><vpcId>vpc-1</vpcId><privateIpAddress>10.0.0.7</privateIpAddress>
            <platformDetails>Linux/UNIX</platformDetails><tagSet><item><key>Name</key><value>web-{id}</value></item></tagSet></item></instancesSet></item>*]</reservationSet>
            """),
        ["EC2:DescribeSubnets"] = new(
            """
            <subnetSet>[*<item><subnetId>subnet-{id}</subnetId><subnetArn>arn:aws:ec2:{region}:{account}:subnet/subnet-{id}</subnetArn><state>available</state><vpcId>vpc-1</vpcId>
            <cidrBlock>10.0.0.0/24</cidrBlock><availableIpAddressCount>250</availableIpAddressCount><availabilityZone>{region}a</availabilityZone><ownerId>{account}</ownerId>
            <defaultForAz>false</defaultForAz><mapPublicIpOnLaunch>false</mapPublicIpOnLaunch><tagSet><item><key>Name</key><value>private</value></item></tagSet></item>*]</subnetSet>
            """),
        ["ECS:ListClusters"] = new("""{"clusterArns":[*"arn:aws:ecs:{region}:{account}:cluster/{id}"*]}""", PerPage: 1),
        ["ECS:DescribeClusters"] = new(
            """
            {"clusters":[*{"clusterArn":"arn:aws:ecs:{region}:{account}:cluster/{id}","clusterName":"{id}","status":"ACTIVE","registeredContainerInstancesCount":0,
            "runningTasksCount":4,"pendingTasksCount":0,"activeServicesCount":2,"tags":[],"settings":[{"name":"containerInsights","value":"enabled"}]}*],"failures":[]}
            """),
        ["ECS:ListServices"] = new("""{"serviceArns":[*"arn:aws:ecs:{region}:{account}:service/shop/{id}"*]}"""),
        ["ECS:DescribeServices"] = new(
            """
            {"services":[*{"serviceArn":"arn:aws:ecs:{region}:{account}:service/shop/{id}","serviceName":"{id}","clusterArn":"arn:aws:ecs:{region}:{account}:cluster/shop",
            "status":"ACTIVE","desiredCount":2,"runningCount":2,"pendingCount":0,"launchType":"FARGATE","createdAt":{epoch},"tags":[{"key":"team","value":"shop"}]}*],"failures":[]}
            """),
        ["EKS:ListClusters"] = new("""{"clusters":[*"eks-{id}"*]}""", PerPage: 1),
        ["EKS:DescribeCluster"] = new(
            """
            {"cluster":{"name":"eks","arn":"arn:aws:eks:{region}:{account}:cluster/eks","createdAt":{epoch},"version":"1.33","status":"ACTIVE","platformVersion":"eks.9",
            "resourcesVpcConfig":{"vpcId":"vpc-1","endpointPublicAccess":false,"endpointPrivateAccess":true},"tags":{"team":"shop"}}}
            """),
        ["Lambda:ListFunctions"] = new(
            """
            {"Functions":[*{"FunctionName":"fn-{id}","FunctionArn":"arn:aws:lambda:{region}:{account}:function:fn-{id}","Runtime":"dotnet10","Role":"arn:aws:iam::{account}:role/fn",
            "Handler":"Fn","CodeSize":1048576,"Description":"","Timeout":30,"MemorySize":1024,"LastModified":"{day}T12:00:00.000+0000","PackageType":"Zip",
            "Architectures":["arm64"],"EphemeralStorage":{"Size":512},"TracingConfig":{"Mode":"Active"}}*]}
            """),
        ["S3:ListBuckets"] = new(
            """
            <ListAllMyBucketsResult><Buckets>[*<Bucket><Name>bucket-{id}</Name><CreationDate>{instant}</CreationDate><BucketRegion>eu-west-1</BucketRegion></Bucket>*]</Buckets>
            <Owner><ID>owner</ID></Owner></ListAllMyBucketsResult>
            """),
        ["S3:GetBucketEncryption"] = new(
            """
            <ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault>
            <BucketKeyEnabled>false</BucketKeyEnabled></Rule></ServerSideEncryptionConfiguration>
            """),
        ["S3:GetPublicAccessBlock"] = new(
            """
            <PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls><BlockPublicPolicy>true</BlockPublicPolicy>
            <RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>
            """),
        ["S3:GetBucketVersioning"] = new("<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>"),
        ["S3:GetBucketTagging"] = new("<Tagging><TagSet><Tag><Key>team</Key><Value>shop</Value></Tag></TagSet></Tagging>"),
    };
}
