using System.Text.Json.Nodes;
using OrgLens.Functions.Tests.Hub;

namespace OrgLens.Functions.Tests.Sender;

/// <summary>The function that collects the account it runs in: here the local cloud's own.</summary>
[Collection(HubCollection.Name)]
public sealed class CollectSnapshotTests(RunningHub hub)
{
    private const string Account = "123456789012";

    [Fact]
    public async Task Sends_a_snapshot_that_is_loaded_like_any_other()
    {
        var instances = (await hub.Aws.CallAsync("ec2", "run_instances", new JsonObject { ["ImageId"] = "ami-12345678", ["MinCount"] = 2, ["MaxCount"] = 2 }))!["Instances"]!.AsArray();

        var sent = (await hub.InvokeAsync("CollectSnapshot", new JsonObject { ["regions"] = new JsonArray("eu-west-1"), ["collectors"] = new JsonArray("ec2.instance") }))!;
        await hub.DrainAsync();

        Assert.Equal((Account, true), ((string)sent["Account"]!, (bool)sent["IsComplete"]!));
        Assert.StartsWith($"s3://{hub.Cloud.Resources.Bucket}/data/{Account}/", (string?)sent["Path"], StringComparison.Ordinal);
        Assert.Equal(
            instances.Select(instance => (string)instance!["InstanceId"]!).Order(StringComparer.Ordinal),
            await hub.ReadAsync(
                """
                select r.resource_id from service_resources r join accounts a on a.id = r.account_id
                where a.account_id = $1 and r.resource_type = 'Instance' and r.removed_at is null order by 1
                """,
                Account));
        Assert.Equal(
            ["ec2.instance|eu-west-1|complete"],
            await hub.ReadAsync(
                """
                select v.collector, v.region, v.status from coverage v join accounts a on a.id = v.account_id
                where a.account_id = $1 order by v.snapshot_id desc limit 1
                """,
                Account));
    }

    [Fact]
    public async Task Sends_a_document_for_each_day_of_a_history()
    {
        var request = JsonNode.Parse("""{"history": "True", "start": "30-1-2026", "end": "1-2-2026", "regions": ["eu-west-1"], "collectors": ["service"]}""")!;

        var last = (await hub.InvokeAsync("CollectSnapshot", request))!;
        await hub.DrainAsync();

        Assert.EndsWith("/2026-02-01_DAILY.json.gz", (string?)last["Path"], StringComparison.Ordinal);
        Assert.Equal(
            ["2026-01-30|loaded", "2026-01-31|loaded", "2026-02-01|loaded"],
            await hub.ReadAsync("select period_date::text, outcome from snapshots where account = $1 and period_date between '2026-01-30' and '2026-02-01' order by 1", Account));
    }

    [Theory]
    [InlineData("""{"collectors": ["security.kmz"]}""", "collectors: 'security.kmz' is none of")]
    [InlineData("""{"regions": ["mars-north-1"]}""", "regions: this partition has no 'mars-north-1'")]
    [InlineData("""{"granularity": "HOURLY"}""", "granularity: 'HOURLY' is neither DAILY nor MONTHLY")]
    [InlineData("""{"date": "2999-01-01"}""", "date: 2999-01-01 is not over yet")]
    [InlineData("""{"history": true, "start": "yesterday"}""", "start: 'yesterday' is no day in the form d-m-yyyy")]
    public async Task Says_what_is_wrong_with_a_request(string request, string message)
    {
        var result = await hub.RunAsync("CollectSnapshot", JsonNode.Parse(request)!);

        var error = JsonNode.Parse(result.Payload.Span)!;
        Assert.Equal("SendRequestException", (string?)error["errorType"]);
        Assert.StartsWith(message, (string?)error["errorMessage"], StringComparison.Ordinal);
    }
}
