using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Cli.Tests.Commands;

public sealed class DoctorCommandTests(DatabaseFixture hub) : IClassFixture<DatabaseFixture>
{
    [Fact]
    public async Task Examines_schema_data_coverage_and_queues_and_says_what_mends_what_is_wrong()
    {
        var (code, findings) = await RunAsync();

        Assert.Equal(ExitCode.PartlyDone, code);
        Assert.Equal("fine", findings["schema"].State);
        Assert.Equal(("attention", "see the queues below, and the log of IngestSnapshots"), findings["newest document"]);
        Assert.Equal("fine", findings["coverage"].State);
        Assert.All(findings.Where(finding => finding.Key.EndsWith("-dead", StringComparison.Ordinal)), finding => Assert.Equal("fine", finding.Value.State));
        // S3 has announced that it will announce, and no function is there to hear it.
        Assert.Equal("attention", findings["orglens-snapshots"].State);

        await SendAsync(hub.Environment["USAGE_QUEUE"]);
        await SendAsync(hub.Environment["ASSET_DEAD_LETTER_QUEUE"]);

        (_, findings) = await RunAsync();
        Assert.Contains("event source", findings["orglens-usage"].Remedy, StringComparison.Ordinal);
        Assert.Contains("redrive", findings["orglens-assets-dead"].Remedy, StringComparison.Ordinal);
        Assert.Equal("fine", findings["orglens-products"].State);
    }

    [Fact]
    public async Task Goes_on_when_something_can_not_be_examined()
    {
        var (code, findings) = await RunAsync(("AURORA_SECRET_ARN", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:unknown-AbCdEf"));

        Assert.Equal(ExitCode.PartlyDone, code);
        Assert.Equal("attention", findings["data"].State);
        Assert.Equal("fine", findings["schema"].State);
        Assert.Equal("fine", findings["orglens-products"].State);
    }

    private async Task<(int Code, Dictionary<string, (string State, string? Remedy)> Findings)> RunAsync(params (string Name, string Value)[] variables)
    {
        var environment = new Dictionary<string, string>(hub.Environment);
        foreach (var (name, value) in variables)
        {
            environment[name] = value;
        }

        using var terminal = new RecordingTerminal { Environment = environment };
        var code = await terminal.RunAsync("doctor", "--output", "json");
        return (code, JsonNode.Parse(terminal.Output)!.AsArray().ToDictionary(row => (string)row!["subject"]!, row => ((string)row!["state"]!, (string?)row["remedy"])));
    }

    private async Task SendAsync(string queue)
    {
        using var calls = new AwsClient(
            new AwsClientOptions { Endpoint = new Uri(hub.Environment["AWS_ENDPOINT_URL"]), Credentials = new Amazon.Runtime.BasicAWSCredentials("local", "local") }, TimeProvider.System);
        var sqs = new AwsService("SQS", "sqs", AwsProtocol.Json10, "2012-11-05") { TargetPrefix = "AmazonSQS" };
        await calls.CallAsync(sqs.Operation("SendMessage"), "eu-west-1", new JsonObject { ["QueueUrl"] = queue, ["MessageBody"] = "x" }, CancellationToken.None);
    }
}
