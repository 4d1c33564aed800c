using System.Text.Json.Nodes;
using OrgLens.Functions.Tests.Hub;

namespace OrgLens.Functions.Tests.Receiver;

/// <summary>The function behind the console's test event "S3 Put".</summary>
[Collection(HubCollection.Name)]
public sealed class IngestSnapshotTests(RunningHub hub)
{
    [Fact]
    public async Task Says_what_became_of_each_object()
    {
        var account = hub.NewAccount();
        var good = await EventAsync(SnapshotText.Key(account), SnapshotText.Of(account, "one", "two"));
        var spoofed = await EventAsync(SnapshotText.Key(account, "2026-01-16"), SnapshotText.Of(hub.NewAccount()));
        var both = good.DeepClone();
        both["Records"]!.AsArray().Add(spoofed["Records"]![0]!.DeepClone());

        var results = (await hub.InvokeAsync("IngestSnapshot", both))!.AsArray();
        var again = (await hub.InvokeAsync("IngestSnapshot", good))!.AsArray();

        Assert.Equal(["Loaded", "Rejected"], results.Select(result => (string)result!["Outcome"]!));
        Assert.Equal(SnapshotText.Key(account), (string?)results[0]!["Key"]);
        Assert.Equal(2, (int)results[0]!["Rows"]!["security.security_hub.findings"]!);
        Assert.Equal("account_mismatch", (string?)results[1]!["Reason"]);
        Assert.Equal(["AlreadyLoaded"], again.Select(result => (string)result!["Outcome"]!));
    }

    [Fact]
    public async Task Works_from_the_command_line_of_aws()
    {
        var account = hub.NewAccount();
        var folder = Directory.CreateTempSubdirectory("orglens-aws");
        var notification = await EventAsync(SnapshotText.Key(account), SnapshotText.Of(account, "one"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "event.json"), notification.ToJsonString());

        var status = await AwsCommandLine.RunAsync(
            hub, folder.FullName, "aws lambda invoke --function-name orglens-IngestSnapshot --payload fileb://event.json --output json out.json");

        Assert.Null(JsonNode.Parse(status)!["FunctionError"]);
        var results = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder.FullName, "out.json")))!.AsArray();
        Assert.Equal(["Loaded"], results.Select(result => (string)result!["Outcome"]!));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Fails_when_the_object_is_not_there()
    {
        var result = await hub.RunAsync("IngestSnapshot", await EventAsync(SnapshotText.Key(hub.NewAccount())));

        Assert.Equal("SnapshotMissingException", (string?)JsonNode.Parse(result.Payload.Span)!["errorType"]);
    }

    // The repository's own test event, about an object of ours; without a document, about one that is not there.
    private async Task<JsonNode> EventAsync(string key, JsonNode? document = null)
    {
        var notification = JsonNode.Parse(await File.ReadAllTextAsync(Repository.File("events", "ingest-snapshot.json")))!;
        var s3 = notification["Records"]![0]!["s3"]!;
        s3["bucket"]!["name"] = hub.QuietBucket.Name;
        s3["object"]!["key"] = Uri.EscapeDataString(key);
        if (document is not null)
        {
            s3["object"]!["eTag"] = await hub.QuietBucket.PutAsync(key, document.Bytes());
        }

        return notification;
    }
}
