using System.Diagnostics;
using System.Text.Json.Nodes;
using OrgLens.Local.Tests.Clients;

namespace OrgLens.Local.Tests;

/// <summary>The whole local cloud, with a function that obeys its events in place of the real ones, used through the AWS CLI.</summary>
public sealed class LocalCloudTests(RunningCloud running) : IClassFixture<RunningCloud>
{
    private readonly string _folder = running.Folder;
    private readonly LocalCloud _cloud = running.Cloud;

    [Fact]
    public async Task Works_with_nothing_but_the_command_line_of_aws()
    {
        var document = Path.Combine(_folder, "snapshot.json");
        await File.WriteAllTextAsync(document, "{}");

        await AwsAsync("s3", "cp", document, $"s3://{_cloud.Environment["BUCKET"]}/data/111122223333/eu-west-1/2026-01-15_DAILY.json");
        await AwsAsync("s3", "cp", document, $"s3://{_cloud.Environment["BUCKET"]}/elsewhere/x.json");
        await Eventually.HoldsAsync(() => Task.FromResult(AnnouncedKeys().Count > 0));
        await _cloud.WaitUntilDrainedAsync();

        Assert.Equal(["data/111122223333/eu-west-1/2026-01-15_DAILY.json"], AnnouncedKeys());
        Assert.Equal(new QueueDepth(0, 0, 0), await _cloud.CountMessagesAsync());

        var answer = await AwsAsync(
            "rds-data", "execute-statement", "--resource-arn", _cloud.Environment["AURORA_CLUSTER_ARN"],
            "--secret-arn", _cloud.Environment["AURORA_MASTER_SECRET_ARN"], "--database", "core", "--sql", "select 6 * 7 as answer");
        Assert.Equal(42, (int)JsonNode.Parse(answer)!["records"]![0]![0]!["longValue"]!);

        var output = Path.Combine(_folder, "out.json");
        var invocation = JsonNode.Parse(await AwsAsync(
            "lambda", "invoke", "--function-name", "IngestSnapshots", "--log-type", "Tail",
            "--payload", await EventAsync("""{"do": "env", "name": "BUCKET"}"""), output))!;
        Assert.Equal(200, (int)invocation["StatusCode"]!);
        Assert.Contains("START RequestId", System.Text.Encoding.UTF8.GetString(Convert.FromBase64String((string)invocation["LogResult"]!)), StringComparison.Ordinal);
        Assert.Equal($"\"{_cloud.Environment["BUCKET"]}\"", await File.ReadAllTextAsync(output));

        var failure = JsonNode.Parse(await AwsAsync(
            "lambda", "invoke", "--function-name", "IngestSnapshots", "--payload", await EventAsync("""{"do": "fail"}"""), output))!;
        Assert.Equal("Unhandled", (string?)failure["FunctionError"]);
    }

    [Fact]
    public async Task Shows_the_accounts_of_an_organization_beside_its_own()
    {
        var listed = JsonNode.Parse(await AwsAsync("organizations", "list-accounts"))!["Accounts"]!.AsArray();
        var account = _cloud.Simulation!.Organization.Accounts[0];
        await using var boto3 = new ForeignClient(_cloud.Endpoint);

        var detectors = await boto3.CallAsync("guardduty", "list_detectors", [], new ForeignRole(account.Id, account.Regions[0]));
        var buckets = await boto3.CallAsync("s3", "list_buckets", [], new ForeignRole(account.Id, account.Regions[0]));
        var own = JsonNode.Parse(await AwsAsync("s3api", "list-buckets"))!["Buckets"]!.AsArray();

        Assert.Equal(3, listed.Count);
        Assert.Single(detectors["DetectorIds"]!.AsArray());
        Assert.All(buckets["Buckets"]!.AsArray(), bucket => Assert.EndsWith(account.Id, (string)bucket!["Name"]!, StringComparison.Ordinal));
        Assert.Equal([_cloud.Environment["BUCKET"], _cloud.Environment["TRAIL_BUCKET"]], own.Select(bucket => (string?)bucket!["Name"]).Order());
    }

    [Fact]
    public async Task Announces_what_is_put_into_the_trail_s_bucket()
    {
        var file = Path.Combine(_folder, "trail.json");
        await File.WriteAllTextAsync(file, """{"Records":[]}""");

        await AwsAsync("s3", "cp", file, $"s3://{_cloud.Environment["TRAIL_BUCKET"]}/AWSLogs/111122223333/CloudTrail/x.json");
        await AwsAsync("s3", "cp", file, $"s3://{_cloud.Environment["TRAIL_BUCKET"]}/elsewhere/x.json");

        // S3 tries a notification out when it is set up.
        Assert.Equal("s3:TestEvent", (string?)(await ReceiveAsync("TRAIL_QUEUE"))!["Event"]);
        var notification = await ReceiveAsync("TRAIL_QUEUE");
        Assert.Equal("AWSLogs/111122223333/CloudTrail/x.json", Uri.UnescapeDataString((string)notification!["Records"]![0]!["s3"]!["object"]!["key"]!));
        Assert.Null(await ReceiveAsync("TRAIL_QUEUE"));
    }

    [Fact]
    public async Task Events_on_the_audit_s_bus_reach_the_queue_of_products_and_reach_it_again_in_a_replay()
    {
        var entries = Path.Combine(_folder, "entries.json");
        await File.WriteAllTextAsync(entries, new JsonArray(Entry("DescribeProvisionedProduct"), Entry("ProvisionProduct")).ToJsonString());

        await AwsAsync("events", "put-events", "--entries", $"file://{entries}");
        var live = await ReceiveAsync("PRODUCT_QUEUE");
        var other = await ReceiveAsync("PRODUCT_QUEUE");
        await AwsAsync(
            "events", "start-replay", "--replay-name", "once-more", "--event-source-arn", _cloud.Resources.AuditArchiveArn,
            "--destination", $"Arn={_cloud.Resources.AuditBusArn}", "--event-start-time", "2026-01-01T00:00:00Z", "--event-end-time", "2126-01-01T00:00:00Z");
        var replayed = await ReceiveAsync("PRODUCT_QUEUE");
        var archive = JsonNode.Parse(await AwsAsync("events", "describe-archive", "--archive-name", _cloud.Environment["AUDIT_ARCHIVE"]))!;

        Assert.Equal("ProvisionProduct", (string?)live!["detail"]!["eventName"]);
        Assert.Equal("AWS API Call via CloudTrail", (string?)live["detail-type"]);
        Assert.Matches(@"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\z", (string)live["time"]!);
        Assert.Null(other);
        Assert.Equal("once-more", (string?)replayed!["replay-name"]);
        Assert.True(JsonNode.DeepEquals(live["detail"], replayed["detail"]), replayed.ToJsonString());
        Assert.Equal((90, 2), ((int)archive["RetentionDays"]!, (int)archive["EventCount"]!));

        JsonObject Entry(string name) => new()
        {
            ["EventBusName"] = _cloud.Environment["AUDIT_BUS"],
            ["Source"] = "aws.servicecatalog",
            ["DetailType"] = "AWS API Call via CloudTrail",
            ["Detail"] = $$"""{"eventSource":"servicecatalog.amazonaws.com","eventName":"{{name}}","note":"Größe \"a\""}""",
        };
    }

    [Fact]
    public void Tells_its_environment_to_others()
    {
        Assert.Equal(_cloud.Environment, LocalCloudState.ReadEnvironment(Path.Combine(_folder, "state")));
        Assert.Equal(_cloud.Endpoint.ToString().TrimEnd('/'), _cloud.Environment["AWS_ENDPOINT_URL"]);
    }

    [Fact]
    public async Task Refuses_a_folder_that_is_in_use()
    {
        var error = await Assert.ThrowsAsync<LocalCloudException>(
            () => LocalCloud.StartAsync(new LocalCloudOptions { StateFolder = Path.Combine(_folder, "state"), Port = 0 }));

        Assert.Contains("--state", error.Message, StringComparison.Ordinal);
    }

    private async Task<JsonNode?> ReceiveAsync(string queue)
    {
        // Version 1 of the AWS CLI has an address of its own for SQS, whatever AWS_ENDPOINT_URL says.
        var (url, endpoint) = (_cloud.Environment[queue], _cloud.Endpoint.ToString());
        var answer = await AwsAsync("sqs", "receive-message", "--endpoint-url", endpoint, "--queue-url", url);
        if (answer.Length == 0 || JsonNode.Parse(answer)!["Messages"] is not JsonArray { Count: > 0 } messages)
        {
            return null;
        }

        await AwsAsync("sqs", "delete-message", "--endpoint-url", endpoint, "--queue-url", url, "--receipt-handle", (string)messages[0]!["ReceiptHandle"]!);
        return JsonNode.Parse((string)messages[0]!["Body"]!);
    }

    private async Task<string> EventAsync(string json)
    {
        var path = Path.Combine(_folder, "event.json");
        await File.WriteAllTextAsync(path, json);
        return $"fileb://{path}";
    }

    private List<string> AnnouncedKeys() => !File.Exists(running.RecordsFile) ? [] :
    [
        .. File.ReadAllLines(running.RecordsFile)
            .SelectMany(line => JsonNode.Parse(line)!["Records"]!.AsArray())
            .SelectMany(record => JsonNode.Parse((string)record!["body"]!)!["Records"]?.AsArray() ?? [])
            .Select(record => Uri.UnescapeDataString((string)record!["s3"]!["object"]!["key"]!)),
    ];

    private async Task<string> AwsAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("aws", ["--output", "json", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in _cloud.Environment)
        {
            start.Environment[name] = value;
        }

        using var aws = Process.Start(start)!;
        var error = aws.StandardError.ReadToEndAsync();
        var output = await aws.StandardOutput.ReadToEndAsync();
        await aws.WaitForExitAsync();
        return aws.ExitCode == 0 ? output : throw new InvalidOperationException($"aws {string.Join(' ', arguments)}: {await error}");
    }
}
