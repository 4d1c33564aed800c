using System.Text.Json.Nodes;
using OrgLens.Functions.Tests.Hub;

namespace OrgLens.Functions.Tests.Receiver;

/// <summary>Documents on the way that they take in production: bucket, queue, function, Data API, database.</summary>
[Collection(HubCollection.Name)]
public sealed class IngestSnapshotsTests(RunningHub hub)
{
    private const string FindingsOf =
        "select f.title from findings f join security s on s.id = f.security_id join accounts a on a.id = s.account_id where a.account_id = $1 order by f.title";

    [Fact]
    public async Task Loads_a_document_with_nothing_but_the_command_line_of_aws()
    {
        var folder = Directory.CreateTempSubdirectory("orglens-aws");
        File.Copy(
            Repository.File("test", "data", "snapshots", "data__111122223333__ap-southeast-1__2026-11-20_DAILY.json"), Path.Combine(folder.FullName, "snapshot.json"));

        // The lines of the README, with the sample's own date and Region.
        await AwsCommandLine.RunAsync(
            hub, folder.FullName, "aws s3 cp snapshot.json s3://$BUCKET/data/111122223333/ap-southeast-1/2026-11-20_DAILY.json");
        await hub.DrainAsync();
        var answer = await AwsCommandLine.RunAsync(
            hub,
            folder.FullName,
            "aws rds-data execute-statement --resource-arn $AURORA_CLUSTER_ARN --secret-arn $AURORA_SECRET_ARN --database core --sql 'select count(*) from findings'");

        Assert.True((long)JsonNode.Parse(answer)!["records"]![0]![0]!["longValue"]! > 0, answer);
        Assert.Equal(["loaded/111122223333/ap-southeast-1/2026-11-20_DAILY.json"], await hub.SnapshotBucket.ListAsync("loaded/111122223333/ap-southeast-1/2026-11-20"));
        Assert.Empty(await hub.SnapshotBucket.ListAsync("data/111122223333/ap-southeast-1/2026-11-20"));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Loads_a_document_that_boto3_uploads_and_shows_it_through_the_data_api()
    {
        var account = hub.NewAccount();

        await hub.Aws.CallAsync("s3", "put_object", new JsonObject
        {
            ["Bucket"] = hub.SnapshotBucket.Name,
            ["Key"] = SnapshotText.Key(account),
            ["Body"] = SnapshotText.Of(account, "an open port").ToJsonString(),
        });
        await hub.DrainAsync();
        var answer = await hub.Aws.CallAsync("rds-data", "execute_statement", new JsonObject
        {
            ["resourceArn"] = hub.Cloud.Resources.ClusterArn,
            ["secretArn"] = hub.Cloud.Resources.ApplicationSecretArn,
            ["database"] = "core",
            ["sql"] = "select f.title from findings f where f.finding_id like :pattern",
            ["parameters"] = new JsonArray(new JsonObject
            {
                ["name"] = "pattern",
                ["value"] = new JsonObject { ["stringValue"] = $"%:{account}:%" },
            }),
        });

        Assert.Equal("an open port", (string?)answer["records"]![0]![0]!["stringValue"]);
    }

    [Theory]
    [InlineData("data/{0}/eu-west-1/2026-01-15_DAILY.json", false)]
    [InlineData("data/{0}/eu-west-1/2026-01-15_DAILY.json.gz", true)]
    [InlineData("data/{0}/eu-west-1/2026-01-16_DAILY.json", true)]
    [InlineData("data/{0}/2026-01-15_DAILY.json", false)]
    public async Task Loads_every_form_of_key_and_packing_and_moves_the_object(string form, bool isZipped)
    {
        var account = hub.NewAccount();
        var key = string.Format(System.Globalization.CultureInfo.InvariantCulture, form, account);
        var text = SnapshotText.Of(account, "one", "two").Bytes();
        var body = isZipped ? SnapshotText.Zip(text) : text;

        await hub.SnapshotBucket.PutAsync(key, body);
        await hub.DrainAsync();

        Assert.Equal(["one", "two"], await hub.ReadAsync(FindingsOf, account));
        Assert.Equal([$"loaded|{key}|{body.Length}"], await hub.ReadAsync("select outcome, key, bytes from snapshots where account = $1", account));
        Assert.Empty(await hub.SnapshotBucket.ListAsync($"data/{account}/"));
        Assert.Equal([key.Replace("data/", "loaded/", StringComparison.Ordinal)], await hub.SnapshotBucket.ListAsync($"loaded/{account}/"));
        Assert.Equal(body, await hub.SnapshotBucket.GetAsync(key.Replace("data/", "loaded/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Swallows_the_test_event_that_S3_sends_when_a_notification_is_set_up()
    {
        await hub.SendAsync("""{"Service":"Amazon S3","Event":"s3:TestEvent","Time":"2026-01-15T02:00:00.000Z","Bucket":"b","RequestId":"r","HostId":"h"}""");
        await hub.DrainAsync();

        Assert.Equal(0, (await hub.Cloud.CountMessagesAsync()).Dead);
    }
}
