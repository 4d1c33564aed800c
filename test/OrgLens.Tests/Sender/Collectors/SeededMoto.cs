using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using OrgLens.Aws;
using OrgLens.Local.Moto;
using OrgLens.Sender;
using OrgLens.Sender.Collectors.Inventory;
using OrgLens.Sender.Collectors.Resources;

namespace OrgLens.Tests.Sender.Collectors;

/// <summary>A moto with one resource of each kind, and what the collectors of resources find in it through the real client.</summary>
public sealed class SeededMoto : IAsyncLifetime
{
    public const string Region = "us-east-1";
    private static readonly AwsService Iam = new("IAM", "iam", AwsProtocol.Query, "2010-05-08");
    private readonly string _folder = Directory.CreateTempSubdirectory("orglens-").FullName;
    private MotoServer _moto = null!;

    internal Collected Collected { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _moto = await MotoServer.StartAsync(Path.Combine(_folder, "moto.log"));
        using var client = new AwsClient(new AwsClientOptions { Endpoint = _moto.Endpoint, Credentials = new BasicAWSCredentials("AKIDEXAMPLE", "secret") }, TimeProvider.System);
        await SeedNetworkAsync(client);
        await SeedDatabasesAsync(client);
        await SeedComputeAsync(client);
        await SeedBucketAsync();
        var collectors = new[]
        {
            AutoScalingGroups.Collector, ClassicLoadBalancers.Collector, ConfigInventory.Collector, DbClusters.Collector, DbInstances.Collector,
            DynamoDbTables.Collector, EbsVolumes.Collector, EcsClusters.Collector, EksClusters.Collector, LambdaFunctions.Collector, LoadBalancers.Collector,
            S3Buckets.Collector, Subnets.Collector,
        };
        var plan = CollectionPlan.Create(
            new AccountIdentity("123456789012", AwsPartition.Commercial), collectors, [Region], [], CollectionWindow.Daily(new DateOnly(2026, 5, 4)), new CollectOptions());
        using var snapshot = await new CollectionRun(client, TimeProvider.System).RunAsync(plan, null, CancellationToken.None);
        Collected = await Collected.ReadAsync(snapshot, new CannedCalls());
    }

    public async Task DisposeAsync()
    {
        await _moto.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task SeedNetworkAsync(AwsClient client)
    {
        await CallAsync(
            client,
            AwsServices.Ec2.Operation("CreateVolume"),
            """
            {"AvailabilityZone":"us-east-1a","Size":20,"VolumeType":"gp3","Encrypted":true,
             "TagSpecification":[{"ResourceType":"volume","Tag":[{"Key":"Name","Value":"data"}]}]}
            """);
        var subnets = await CallAsync(client, AwsServices.Ec2.Operation("DescribeSubnets"), "{}");
        var two = subnets.List("subnetSet").Take(2).Select(subnet => subnet.Text("subnetId")).ToList();
        await CallAsync(
            client,
            AwsServices.ElasticLoadBalancingV2.Operation("CreateLoadBalancer"),
            $$"""{"Name":"web","Subnets":["{{two[0]}}","{{two[1]}}"],"Tags":[{"Key":"team","Value":"shop"}]}""");
        await CallAsync(
            client,
            AwsServices.ElasticLoadBalancing.Operation("CreateLoadBalancer"),
            """
            {"LoadBalancerName":"old","AvailabilityZones":["us-east-1a"],"Listeners":[{"Protocol":"HTTP","LoadBalancerPort":80,"InstancePort":80}],
             "Tags":[{"Key":"team","Value":"shop"}]}
            """);
    }

    private static async Task SeedDatabasesAsync(AwsClient client)
    {
        await CallAsync(
            client,
            AwsServices.Rds.Operation("CreateDBInstance"),
            """
            {"DBInstanceIdentifier":"orders","Engine":"postgres","DBInstanceClass":"db.t3.medium","AllocatedStorage":20,"MasterUsername":"u","MasterUserPassword":"password1",
             "Tags.Tag":[{"Key":"team","Value":"shop"}]}
            """);
        await CallAsync(
            client,
            AwsServices.Rds.Operation("CreateDBCluster"),
            """{"DBClusterIdentifier":"shop","Engine":"aurora-postgresql","MasterUsername":"u","MasterUserPassword":"password1","Tags.Tag":[{"Key":"team","Value":"shop"}]}""");
        await CallAsync(
            client,
            AwsServices.DynamoDb.Operation("CreateTable"),
            """
            {"TableName":"orders","KeySchema":[{"AttributeName":"id","KeyType":"HASH"}],"AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"}],
             "BillingMode":"PAY_PER_REQUEST","Tags":[{"Key":"team","Value":"shop"}]}
            """);
    }

    private static async Task SeedComputeAsync(AwsClient client)
    {
        await SubmitAsync(client, AwsServices.AutoScaling.Operation("CreateLaunchConfiguration"), """{"LaunchConfigurationName":"lc","ImageId":"ami-12c6146b","InstanceType":"t3.micro"}""");
        await SubmitAsync(
            client,
            AwsServices.AutoScaling.Operation("CreateAutoScalingGroup"),
            """
            {"AutoScalingGroupName":"web","LaunchConfigurationName":"lc","MinSize":1,"MaxSize":3,"AvailabilityZones":["us-east-1a","us-east-1b"],
             "Tags":[{"Key":"team","Value":"shop","ResourceId":"web","ResourceType":"auto-scaling-group","PropagateAtLaunch":true}]}
            """);
        var role = await CallAsync(client, Iam.Operation("CreateRole"), """{"RoleName":"f","AssumeRolePolicyDocument":"{}"}""");
        await CallAsync(
            client,
            AwsServices.Lambda.Post("CreateFunction", "/2015-03-31/functions"),
            $$"""
            {"FunctionName":"f","Runtime":"dotnet8","Handler":"h","Role":"{{role.Text("Role.Arn")}}","MemorySize":512,"Architectures":["arm64"],
             "Code":{"ZipFile":"UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA=="},"Tags":{"team":"shop"} }
            """);
        await CallAsync(client, AwsServices.Ecs.Operation("CreateCluster"), """{"clusterName":"a","tags":[{"key":"team","value":"shop"}]}""");
        await CallAsync(client, AwsServices.Ecs.Operation("RegisterTaskDefinition"), """{"family":"api","containerDefinitions":[{"name":"c","image":"i","memory":128}]}""");
        await CallAsync(
            client,
            AwsServices.Ecs.Operation("CreateService"),
            """{"cluster":"a","serviceName":"api","taskDefinition":"api","desiredCount":2,"launchType":"EC2","tags":[{"key":"team","value":"shop"}]}""");
        await CallAsync(
            client,
            AwsServices.Eks.Post("CreateCluster", "/clusters"),
            """{"name":"prod","version":"1.34","roleArn":"arn:aws:iam::123456789012:role/eks","resourcesVpcConfig":{"subnetIds":["subnet-1"]},"tags":{"team":"shop"}}""");
        await SubmitAsync(
            client,
            AwsServices.Config.Operation("PutConfigurationRecorder"),
            """
            {"ConfigurationRecorder":{"name":"default","roleARN":"arn:aws:iam::123456789012:role/config",
             "recordingGroup":{"allSupported":true,"includeGlobalResourceTypes":false,"resourceTypes":[]}}}
            """);
        await SubmitAsync(client, AwsServices.Config.Operation("PutDeliveryChannel"), """{"DeliveryChannel":{"name":"default","s3BucketName":"logs"}}""");
        await SubmitAsync(client, AwsServices.Config.Operation("StartConfigurationRecorder"), """{"ConfigurationRecorderName":"default"}""");
    }

    // The client writes no XML: nothing that it is for needs it.
    private async Task SeedBucketAsync()
    {
        using var http = new HttpClient { BaseAddress = _moto.Endpoint };
        await PutAsync(http, "eu-west-1", "logs", "<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>");
        await PutAsync(http, "eu-west-1", "logs?versioning", "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
        await PutAsync(http, "eu-west-1", "logs?tagging", "<Tagging><TagSet><Tag><Key>team</Key><Value>shop</Value></Tag></TagSet></Tagging>");
        await PutAsync(
            http,
            "eu-west-1",
            "logs?encryption",
            """
            <ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms</SSEAlgorithm><KMSMasterKeyID>key</KMSMasterKeyID>
            </ApplyServerSideEncryptionByDefault><BucketKeyEnabled>true</BucketKeyEnabled></Rule></ServerSideEncryptionConfiguration>
            """);
        await PutAsync(
            http,
            "eu-west-1",
            "logs?publicAccessBlock",
            "<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls></PublicAccessBlockConfiguration>");
        await PutAsync(http, "us-east-1", "plain", string.Empty);
    }

    private static async Task PutAsync(HttpClient http, string region, string path, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(path, UriKind.Relative)) { Content = new StringContent(body, Encoding.UTF8, "application/xml") };
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/{region}/s3/aws4_request, SignedHeaders=host, Signature=0");
        using var answer = await http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {await answer.Content.ReadAsStringAsync()}");
    }

    private static Task<AwsValue> CallAsync(AwsClient client, AwsOperation operation, string input) =>
        client.CallAsync(operation, Region, JsonNode.Parse(input)!.AsObject(), CancellationToken.None);

    // Operations that write may have no output, which the client, made for reading, takes for a malformed answer.
    private static async Task SubmitAsync(AwsClient client, AwsOperation operation, string input)
    {
        try
        {
            await CallAsync(client, operation, input);
        }
        catch (AwsCallException failure) when (failure is { Kind: AwsErrorKind.Malformed, StatusCode: HttpStatusCode.OK })
        {
        }
    }
}
