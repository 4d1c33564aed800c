using System.Text.Json.Nodes;
using OrgLens.Aws;
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
            "S3BucketName": { "Value": "orglens-data-123456789012-eu-west-1" },
            "KMSKeyArn": { "Value": "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555" },
            "AuroraClusterArn": { "Value": "arn:aws:rds:eu-west-1:123456789012:cluster:orglens" },
            "AuroraSecretArn": { "Value": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:orglens-AbCdEf" }
          }
        }
        """;

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
            new AwsService("CloudFormation", "cloudformation", AwsProtocol.Query, "2010-05-15").Operation("CreateStack"),
            new JsonObject { ["StackName"] = "orglens", ["TemplateBody"] = HubTemplate });
    }

    public async Task DisposeAsync()
    {
        await _moto.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Plans_makes_and_shows_the_spokes_of_every_account_and_can_be_run_again()
    {
        var plan = await RunAsync("plan", "--regions", "us-east-1");
        Assert.All(Rows(plan), row => Assert.Equal("create", (string?)row!["does"]));
        Assert.Equal(3, Rows(await RunAsync("status"), code: ExitCode.PartlyDone).Count + 1);

        var made = Rows(await RunAsync("spokes", "--regions", "us-east-1", "--parameter", "CustomerName=ACME,Category=Internet"));
        Assert.Equal(Rows(plan).Select(row => (string?)row!["name"]), made.Select(row => (string?)row!["name"]));
        Assert.All(made, row => Assert.Equal("created", (string?)row!["did"]));

        var stacks = Rows(await RunAsync("status"));
        Assert.Equal(
            ["orglens-spoke eu-west-1", "orglens-spoke-region eu-west-1", "orglens-spoke-region us-east-1"],
            stacks.Select(row => $"{row!["stackset"]} {row["region"]}").Distinct().Order());
        Assert.All(stacks, row => Assert.Equal("SUCCEEDED", (string?)row!["status"]));
        Assert.Equal(2, stacks.Select(row => (string?)row!["account"]).Distinct().Count());

        var again = Rows(await RunAsync("plan", "--regions", "us-east-1"));
        Assert.All(again, row => Assert.Equal("update", (string?)row!["does"]));
        Assert.DoesNotContain(Rows(await RunAsync("spokes", "--regions", "us-east-1")), row => (string?)row!["did"] == "created");
    }

    [Theory]
    [InlineData(ExitCode.WrongUsage, "There is no stack nobody", "plan", "--hub-stack", "nobody")]
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

    private async Task CallAsync(AwsOperation operation, JsonObject input)
    {
        using var calls = new AwsClient(
            new AwsClientOptions { Endpoint = _moto.Endpoint, Credentials = new Amazon.Runtime.BasicAWSCredentials("test", "test") }, TimeProvider.System);
        await calls.CallAsync(operation, "eu-west-1", input, CancellationToken.None);
    }
}
