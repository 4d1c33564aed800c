using System.Text.Json.Nodes;
using Amazon.Runtime;
using OrgLens.Audit.Assets;
using OrgLens.Aws;
using OrgLens.Local.Moto;

namespace OrgLens.Tests.Audit.Assets;

/// <summary>The describer in accounts that it enters by a role, by an emulator that is not ours.</summary>
public sealed class AssetDescriberTests : IAsyncLifetime
{
    private const string Region = "us-east-1";
    private const string Hub = "123456789012";
    private const string Spoke = "444455556666";
    private static readonly AwsService s_iam = new("IAM", "iam", AwsProtocol.Query, "2010-05-08");

    private readonly string _folder = Directory.CreateTempSubdirectory("orglens-").FullName;
    private MotoServer _moto = null!;

    public async Task InitializeAsync() => _moto = await MotoServer.StartAsync(Path.Combine(_folder, "moto.log"));

    public async Task DisposeAsync()
    {
        await _moto.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Each_asset_is_described_in_its_own_account_and_Region()
    {
        using var own = Own();
        using var accounts = Accounts(own, "OrgLensRead");
        var spoke = (await accounts.OfAsync(Spoke, CancellationToken.None))!;
        var assets = await SeedAsync(spoke);
        var hubs = new AssetArn(AssetKind.Volume, Hub, Region, await VolumeAsync(own, Region));
        AssetArn[] gone =
        [
            new(AssetKind.Instance, Spoke, Region, "i-00000000000000000"), new(AssetKind.Volume, Spoke, Region, "vol-00000000000000000"),
            new(AssetKind.DbInstance, Spoke, Region, "none"), new(AssetKind.DbCluster, Spoke, Region, "none"), new(AssetKind.Function, Spoke, Region, "none"),
            // There, but in another account or Region.
            hubs with { Account = Spoke }, assets.First(asset => asset.Kind == AssetKind.Instance) with { Account = Hub },
            assets.First(asset => asset.Kind == AssetKind.Volume) with { Region = "eu-west-1" },
        ];
        var described = (await new AssetDescriber(accounts, TimeSpan.FromMinutes(1), TimeProvider.System).DescribeAsync([.. assets, hubs, .. gone], CancellationToken.None))
            .ToDictionary(one => one.Arn, StringComparer.Ordinal);
        Assert.Equal(assets.Count + 1 + gone.Length, described.Count);
        Assert.All([.. assets, hubs], asset => Assert.Equal((asset.ToString(), DescribeStatus.Described), (asset.ToString(), described[asset.ToString()].Status)));
        Assert.All(gone, asset => Assert.Equal((asset.ToString(), DescribeStatus.Gone), (asset.ToString(), described[asset.ToString()].Status)));
        Assert.All(assets, asset => Assert.Equal((asset.Kind, "shop"), (asset.Kind, (string?)described[asset.ToString()].Tags!["team"])));
        Assert.All(assets, asset => Assert.False(string.IsNullOrEmpty(described[asset.ToString()].ResourceId)));
        Assert.Equal(["db.t3.medium", "gp3", "t3.micro"], Facts("class").Order(StringComparer.Ordinal));
        Assert.Equal(["aurora-postgresql", "postgres"], Facts("engine").Order(StringComparer.Ordinal));
        Assert.Equal(["dotnet8"], Facts("runtime"));

        IEnumerable<string?> Facts(string name) => assets.Select(asset => (string?)described[asset.ToString()].Facts![name]).Where(value => value is not null);
    }

    [Fact]
    public async Task Without_a_role_only_the_own_account_is_asked()
    {
        using var own = Own();
        using var accounts = Accounts(own, null);
        var described = await new AssetDescriber(accounts, TimeSpan.FromMinutes(1), TimeProvider.System).DescribeAsync(
            [new AssetArn(AssetKind.Instance, Spoke, Region, "i-1"), new AssetArn(AssetKind.Instance, Hub, Region, "i-1")], CancellationToken.None);
        Assert.Equal([DescribeStatus.NotAsked, DescribeStatus.Gone], described.Select(one => one.Status));
    }

    private static async Task<List<AssetArn>> SeedAsync(IAwsCalls spoke)
    {
        var run = await CallAsync(spoke, AwsServices.Ec2.Operation("RunInstances"), """{"ImageId":"ami-12c6146b","MinCount":2,"MaxCount":2,"InstanceType":"t3.micro","TagSpecification":[{"ResourceType":"instance","Tag":[{"Key":"team","Value":"shop"}]}]}""");
        await CallAsync(spoke, AwsServices.Rds.Operation("CreateDBInstance"), """{"DBInstanceIdentifier":"orders","Engine":"postgres","DBInstanceClass":"db.t3.medium","AllocatedStorage":20,"MasterUsername":"u","MasterUserPassword":"password1","Tags.Tag":[{"Key":"team","Value":"shop"}]}""");
        await CallAsync(spoke, AwsServices.Rds.Operation("CreateDBCluster"), """{"DBClusterIdentifier":"shop","Engine":"aurora-postgresql","MasterUsername":"u","MasterUserPassword":"password1","Tags.Tag":[{"Key":"team","Value":"shop"}]}""");
        var role = await CallAsync(spoke, s_iam.Operation("CreateRole"), """{"RoleName":"f","AssumeRolePolicyDocument":"{}"}""");
        await CallAsync(spoke, AwsServices.Lambda.Post("CreateFunction", "/2015-03-31/functions"), $$"""{"FunctionName":"f","Runtime":"dotnet8","Handler":"h","Role":"{{role.Text("Role.Arn")}}","Code":{"ZipFile":"UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA=="},"Tags":{"team":"shop"} }""");
        return
        [
            .. run.List("instancesSet").Take(1).Select(instance => new AssetArn(AssetKind.Instance, Spoke, Region, instance.Text("instanceId")!)),
            new(AssetKind.Volume, Spoke, Region, await VolumeAsync(spoke, Region)), new(AssetKind.DbInstance, Spoke, Region, "orders"),
            new(AssetKind.DbCluster, Spoke, Region, "shop"), new(AssetKind.Function, Spoke, Region, "f"),
        ];
    }

    private static async Task<string> VolumeAsync(IAwsCalls calls, string region) => (await CallAsync(
        calls,
        AwsServices.Ec2.Operation("CreateVolume"),
        $$"""{"AvailabilityZone":"{{region}}a","Size":20,"VolumeType":"gp3","TagSpecification":[{"ResourceType":"volume","Tag":[{"Key":"team","Value":"shop"}]}]}""")).Text("volumeId")!;

    private static Task<AwsValue> CallAsync(IAwsCalls calls, AwsOperation operation, string input) =>
        calls.CallAsync(operation, Region, JsonNode.Parse(input)!.AsObject(), CancellationToken.None);

    private AwsClientOptions Options() => new() { Endpoint = _moto.Endpoint };

    private AwsClient Own() => new(Options() with { Credentials = new BasicAWSCredentials("AKIDEXAMPLE", "secret") }, TimeProvider.System);

    private ReadRoleCalls Accounts(AwsClient own, string? role) => new(own, Options(), Region, role, TimeProvider.System);
}
