using System.Text.Json.Nodes;
using Amazon.Runtime;
using OrgLens.Aws;
using OrgLens.Cli.Deploy;
using OrgLens.Cli.Output;
using OrgLens.Deployment;
using OrgLens.Local.Moto;

namespace OrgLens.Cli.Tests.Commands;

/// <summary>The command against moto's organization, stacks and StackSets.</summary>
public sealed class DeployCommandTests : IAsyncLifetime
{
    private const string HubTemplate = """
        {
          "Parameters": {
            "OrganizationId": { "Type": "String", "Default": "o-a1b2c3d4e5" },
            "ResourceNamePrefix": { "Type": "String", "Default": "orglens" },
            "DatabaseName": { "Type": "String", "Default": "core" }
          },
          "Resources": { "Queue": { "Type": "AWS::SQS::Queue" } },
          "Outputs": {
            "Region": { "Value": "eu-west-1" },
            "DatabaseName": { "Value": "core" },
            "AuroraMasterSecretArn": { "Value": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:rds!cluster-AbCdEf" },
            "AuditBusName": { "Value": "orglens-audit" },
            "AuditArchiveName": { "Value": "orglens-audit" },
            "IdempotencyTableName": { "Value": "orglens-idempotency" },
            "SnapshotQueueUrl": { "Value": "https://sqs.eu-west-1.amazonaws.com/123456789012/snapshots" },
            "SnapshotDeadLetterQueueUrl": { "Value": "https://sqs.eu-west-1.amazonaws.com/123456789012/snapshots-dead" },
            "TrailQueueUrl": { "Value": "https://sqs.eu-west-1.amazonaws.com/123456789012/TrailQueueUrl" },
            "TrailDeadLetterQueueUrl": { "Value": "https://sqs.eu-west-1.amazonaws.com/123456789012/TrailDeadLetterQueueUrl" },
            "ProductQueueUrl": { "Value": "https://sqs.eu-west-1.amazonaws.com/123456789012/ProductQueueUrl" },
            "ProductDeadLetterQueueUrl": { "Value": "https://sqs.eu-west-1.amazonaws.com/123456789012/ProductDeadLetterQueueUrl" },
            "AssetQueueUrl": { "Value": "https://sqs.eu-west-1.amazonaws.com/123456789012/AssetQueueUrl" },
            "AssetDeadLetterQueueUrl": { "Value": "https://sqs.eu-west-1.amazonaws.com/123456789012/AssetDeadLetterQueueUrl" },
            "UsageQueueUrl": { "Value": "https://sqs.eu-west-1.amazonaws.com/123456789012/UsageQueueUrl" },
            "UsageDeadLetterQueueUrl": { "Value": "https://sqs.eu-west-1.amazonaws.com/123456789012/UsageDeadLetterQueueUrl" },
            "RunDeadLetterQueueUrl": { "Value": "https://sqs.eu-west-1.amazonaws.com/123456789012/RunDeadLetterQueueUrl" },
            "S3BucketName": { "Value": "orglens-data-123456789012-eu-west-1" },
            "KMSKeyArn": { "Value": "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555" },
            "AuroraClusterArn": { "Value": "arn:aws:rds:eu-west-1:123456789012:cluster:orglens" },
            "AuroraSecretArn": { "Value": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:orglens-AbCdEf" }
          }
        }
        """;

    private static readonly AwsService s_cloudFormation = new("CloudFormation", "cloudformation", AwsProtocol.Query, "2010-05-15");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("orglens-deploy");
    private MotoServer _moto = null!;

    private string Package => Path.Combine(_folder.FullName, "functions.zip");

    private Dictionary<string, string> Environment => new()
    {
        ["AWS_ENDPOINT_URL"] = _moto.Endpoint.ToString(),
        ["AWS_REGION"] = "eu-west-1",
        ["AWS_ACCESS_KEY_ID"] = "test",
        ["AWS_SECRET_ACCESS_KEY"] = "test",
    };

    public async Task InitializeAsync()
    {
        _moto = await MotoServer.StartAsync(Path.Combine(_folder.FullName, "moto.log"));
        await File.WriteAllTextAsync(Package, "a zip");
        var organizations = AwsServices.Organizations;
        await CallAsync(organizations.Operation("CreateOrganization"), []);
        await CallAsync(organizations.Operation("CreateAccount"), new JsonObject { ["AccountName"] = "shop", ["Email"] = "shop@example.com" });
        await CallAsync(
            s_cloudFormation.Operation("CreateStack"),
            new JsonObject { ["StackName"] = "orglens", ["TemplateBody"] = HubTemplate });
    }

    public async Task DisposeAsync()
    {
        await _moto.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Plans_makes_and_shows_the_spokes_of_every_account_can_be_run_again_and_removes_them()
    {
        var plan = Rows(await RunAsync("plan", "--regions", "us-east-1"));
        Assert.All(plan, row => Assert.Equal((string?)row!["name"] == "orglens" ? "update" : "create", (string?)row["does"]));
        Assert.Equal(["ABSENT", "ABSENT"], Rows(await RunAsync("status"), code: ExitCode.PartlyDone).Skip(1).Select(row => (string?)row!["status"]));

        var made = Rows(await RunAsync("spokes", "--regions", "us-east-1", "--parameter", "CustomerName=ACME, Inc,Category=Internet"));
        Assert.All(made, row => Assert.Equal("created", (string?)row!["did"]));
        Assert.Superset(made.Select(Name).ToHashSet(), plan.Select(Name).ToHashSet());

        var stacks = Rows(await RunAsync("status")).Skip(1).ToList();
        Assert.Equal(
            ["orglens-spoke eu-west-1", "orglens-spoke-region eu-west-1", "orglens-spoke-region us-east-1"],
            stacks.Select(row => $"{row!["name"]} {row["region"]}").Distinct().Order());
        Assert.All(stacks, row => Assert.Equal("SUCCEEDED", (string?)row!["status"]));
        var accounts = stacks.Select(row => (string)row!["account"]!).Distinct().Order().ToList();
        Assert.Equal(2, accounts.Count);
        using (var shop = await AsAsync(accounts.Single(account => account != "123456789012")))
        {
            Assert.Equal("orglens-collect", await RoleAsync(shop));
            Assert.Equal(["orglens-service-catalog"], await RulesAsync(shop, "us-east-1"));
        }

        var again = Rows(await RunAsync("plan", "--regions", "us-east-1"));
        Assert.All(again.Where(row => (string?)row!["what"] != "object"), row => Assert.Equal("update", (string?)row!["does"]));
        Assert.DoesNotContain(Rows(await RunAsync("spokes", "--regions", "us-east-1")), row => (string?)row!["did"] == "created");
        Assert.Equal("ACME, Inc", await SpokeParameterAsync("CustomerName"));

        // moto knows stacks of a StackSet by their accounts only.
        await DeleteInstancesAsync("orglens-spoke", accounts, "eu-west-1");
        await DeleteInstancesAsync("orglens-spoke-region", accounts, "eu-west-1", "us-east-1");
        Assert.All(Rows(await RunAsync("remove", "--regions", "us-east-1")), row => Assert.Equal("deleted", (string?)row!["did"]));
        Assert.Equal(["ABSENT", "ABSENT"], Rows(await RunAsync("status"), code: ExitCode.PartlyDone).Skip(1).Select(row => (string?)row!["status"]));
        using (var shop = await AsAsync(accounts.Single(account => account != "123456789012")))
        {
            Assert.Null(await RoleAsync(shop));
            Assert.Empty(await RulesAsync(shop, "us-east-1"));
        }
    }

    [Fact]
    public async Task Makes_a_hub_from_a_package_and_tells_a_shell_where_it_is()
    {
        using var clients = new DeploymentClients(new CommandContext(new RecordingTerminal().Terminal, OutputFormat.Table).At(Environment), profile: null);
        var organization = await Organization.DescribeAsync(clients.Calls, "eu-west-1", CancellationToken.None);
        // moto knows no transform: the plain template stands for the hub's.
        var plan = new HubPlan(
            organization, name => name == "serverless.template" ? HubTemplate : Templates.Read(name),
            new HubOptions("fresh", "eu-west-1") { Parameters = new Dictionary<string, string> { ["DatabaseName"] = "views" } });

        var steps = await plan.StepsAsync(clients.Calls, new ArtifactStore(clients.S3, Package), TimeProvider.System, CancellationToken.None);

        Assert.Equal(["stack orglens-artifacts", "object", "object", "object", "stack fresh", "run fresh-CollectSnapshot"], steps.Select(step => step.Kind == "object" ? step.Kind : $"{step.Kind} {step.Name}"));
        foreach (var step in steps.SkipLast(1))
        {
            Assert.Equal(StackChange.Created, await step.RunAsync(CancellationToken.None));
        }

        var again = await plan.StepsAsync(clients.Calls, new ArtifactStore(clients.S3, Package), TimeProvider.System, CancellationToken.None);
        Assert.All(again, step => Assert.True(step.IsThere, step.Name));
        using var terminal = new RecordingTerminal { Environment = Environment };
        Assert.Equal(ExitCode.Fine, await terminal.RunAsync(["deploy", "env", "--hub-stack", "fresh"]));
        Assert.Contains("export AURORA_CLUSTER_ARN='arn:aws:rds:eu-west-1:123456789012:cluster:orglens'", terminal.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExitCode.WrongUsage, "There is no stack nobody", "spokes", "--hub-stack", "nobody")]
    [InlineData(ExitCode.Failed, "it can't be set", "hub", "--parameter", "OrganizationId=o-a1b2c3d4e5")]
    [InlineData(ExitCode.Failed, "can't be changed to other", "hub", "--parameter", "ResourceNamePrefix=other")]
    [InlineData(ExitCode.Failed, "run `make package` first", "plan", "--package", "/nowhere/functions.zip")]
    [InlineData(ExitCode.Failed, "The hub decides the parameter OrganizationId", "plan", "--parameter", "OrganizationId=o-mine")]
    [InlineData(ExitCode.WrongUsage, "is not of the form Name=Value", "plan", "--parameter", "CustomerName")]
    public async Task Says_in_a_line_what_is_wrong(int code, string message, params string[] arguments)
    {
        using var terminal = new RecordingTerminal { Environment = Environment };

        Assert.Equal(code, await terminal.RunAsync(["deploy", .. arguments, .. arguments.Contains("--package") ? Array.Empty<string>() : ["--package", Package]]));
        Assert.Contains(message, terminal.Error, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output)> RunAsync(string command, params string[] arguments)
    {
        using var terminal = new RecordingTerminal { Environment = Environment };
        var code = await terminal.RunAsync(["deploy", command, .. arguments, "--package", Package, "--output", "json"]);
        Assert.True(code is ExitCode.Fine or ExitCode.PartlyDone, terminal.Error);
        return (code, terminal.Output);
    }

    private static JsonArray Rows((int Code, string Output) run, int code = ExitCode.Fine)
    {
        Assert.Equal(code, run.Code);
        return JsonNode.Parse(run.Output)!.AsArray();
    }

    private static string Name(JsonNode? row) => (string)row!["name"]!;

    private static async Task<string?> RoleAsync(AwsClient account)
    {
        try
        {
            var iam = new AwsService("IAM", "iam", AwsProtocol.Query, "2010-05-08");
            return (await account.CallAsync(iam.Operation("GetRole"), "eu-west-1", new JsonObject { ["RoleName"] = "orglens-collect" }, CancellationToken.None)).Text("Role.RoleName");
        }
        catch (AwsCallException failure) when (failure.Code is "NoSuchEntity")
        {
            return null;
        }
    }

    private static async Task<IReadOnlyList<string?>> RulesAsync(AwsClient account, string region) =>
        [.. (await account.CallAsync(AwsServices.EventBridge.Operation("ListRules"), region, null, CancellationToken.None)).List("Rules").Select(rule => rule.Text("Name"))];

    private async Task<string?> SpokeParameterAsync(string name)
    {
        var set = await CallAsync(s_cloudFormation.Operation("DescribeStackSet"), new JsonObject { ["StackSetName"] = "orglens-spoke" });
        return set.Child("StackSet").List("Parameters").Single(parameter => parameter.Text("ParameterKey") == name).Text("ParameterValue");
    }

    private async Task DeleteInstancesAsync(string set, IReadOnlyList<string> accounts, params string[] regions) => await CallAsync(
        s_cloudFormation.Operation("DeleteStackInstances"),
        new JsonObject
        {
            ["StackSetName"] = set,
            ["Accounts"] = new JsonArray([.. accounts.Select(account => (JsonNode)account)]),
            ["Regions"] = new JsonArray([.. regions.Select(region => (JsonNode)region)]),
            ["RetainStacks"] = false,
        });

    private async Task<AwsClient> AsAsync(string account)
    {
        var answer = await CallAsync(
            AwsServices.Sts.Operation("AssumeRole"), new JsonObject { ["RoleArn"] = $"arn:aws:iam::{account}:role/tester", ["RoleSessionName"] = "tester" });
        return Client(new SessionAWSCredentials(answer.Text("Credentials.AccessKeyId"), answer.Text("Credentials.SecretAccessKey"), answer.Text("Credentials.SessionToken")));
    }

    private async Task<AwsValue> CallAsync(AwsOperation operation, JsonObject input)
    {
        using var calls = Client(new BasicAWSCredentials("test", "test"));
        return await calls.CallAsync(operation, "eu-west-1", input, CancellationToken.None);
    }

    private AwsClient Client(AWSCredentials credentials) => new(new AwsClientOptions { Endpoint = _moto.Endpoint, Credentials = credentials }, TimeProvider.System);
}
