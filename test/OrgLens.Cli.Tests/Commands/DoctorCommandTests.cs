using System.Globalization;
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

    [Fact]
    public async Task Status_says_what_the_database_the_organization_and_the_queues_know()
    {
        await SendAsync(hub.Environment["TRAIL_QUEUE"]);
        await AgeAsync("orglens-trail", TimeSpan.FromHours(2));

        using var terminal = new RecordingTerminal { Environment = hub.Environment };
        Assert.Equal(ExitCode.PartlyDone, await terminal.RunAsync("status", "--output", "json"));

        var rows = JsonNode.Parse(terminal.Output)!.AsArray().ToDictionary(row => (string)row!["subject"]!, row => row!);
        Assert.Equal(
            ["accounts", "newest document", "collectors", "rejected documents", "rows set aside", "spend of the runs", "expected accounts", "queues", "dead letters"], rows.Keys);
        Assert.Equal("not known", (string?)rows["spend of the runs"]["figure"]);
        Assert.Matches(@"^\d+ of \d+ were ever seen$", (string?)rows["expected accounts"]["figure"]);
        Assert.Equal("attention", (string?)rows["queues"]["state"]);
        // S3 has announced that it will announce to this one, too.
        Assert.Matches("orglens-trail: [12], the oldest for 2 hours", (string?)rows["queues"]["detail"]);

        using var doctor = new RecordingTerminal { Environment = hub.Environment };
        await doctor.RunAsync("doctor", "--output", "json");
        Assert.Contains(" messages wait, the oldest for 2 hours", doctor.Output, StringComparison.Ordinal);
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

    private Task SendAsync(string queue) => CallAsync(
        new AwsService("SQS", "sqs", AwsProtocol.Json10, "2012-11-05") { TargetPrefix = "AmazonSQS" }.Operation("SendMessage"),
        new JsonObject { ["QueueUrl"] = queue, ["MessageBody"] = "x" });

    // What SQS would have told CloudWatch.
    private Task AgeAsync(string queue, TimeSpan age) => CallAsync(
        new AwsService("CloudWatch", "monitoring", AwsProtocol.Query, "2010-08-01").Operation("PutMetricData") with { HasNoResult = true },
        new JsonObject
        {
            ["Namespace"] = "AWS/SQS",
            ["MetricData"] = new JsonArray(new JsonObject
            {
                ["MetricName"] = "ApproximateAgeOfOldestMessage",
                ["Dimensions"] = new JsonArray(new JsonObject { ["Name"] = "QueueName", ["Value"] = queue }),
                ["Timestamp"] = TimeProvider.System.GetUtcNow().AddMinutes(-1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                ["Unit"] = "Seconds",
                ["Value"] = age.TotalSeconds,
            }),
        });

    private async Task CallAsync(AwsOperation operation, JsonObject input)
    {
        using var calls = new AwsClient(
            new AwsClientOptions { Endpoint = new Uri(hub.Environment["AWS_ENDPOINT_URL"]), Credentials = new Amazon.Runtime.BasicAWSCredentials("local", "local") }, TimeProvider.System);
        await calls.CallAsync(operation, "eu-west-1", input, CancellationToken.None);
    }
}
