using System.Text.Json.Nodes;
using OrgLens.Functions.Tests.Hub;

namespace OrgLens.Functions.Tests.Audit;

[Collection(HubCollection.Name)]
public sealed class AuditProductsTests(RunningHub hub)
{
    [Fact]
    public async Task Applies_its_test_event_from_the_bus_and_from_the_dead_letters()
    {
        var batch = JsonNode.Parse(await File.ReadAllTextAsync(Repository.File("events", "audit-products.json")))!;

        Assert.Equal("""{"batchItemFailures":[]}""", (await hub.InvokeAsync("AuditProducts", batch.AsObject()))!.ToJsonString());

        Assert.Equal(
            ["pp-c5d6e7f8g9h0i|v2.0|dana@corp.example"],
            await hub.ReadAsync("select provisioned_product_id, provisioning_artifact_name, requester from view_service_catalog_products where account = $1", "111122223333"));
    }

    [Fact]
    public async Task Commits_nine_of_ten_and_gives_back_the_poison()
    {
        var account = hub.NewAccount();
        var bodies = Enumerable.Range(0, 10).Select(number => Event(account, $"pp-{number}").ToJsonString()).ToList();
        bodies[4] = bodies[4][..200];

        var answer = await hub.InvokeAsync("AuditProducts", Notification.Batch(bodies));

        Assert.Equal("""{"batchItemFailures":[{"itemIdentifier":"m4"}]}""", answer!.ToJsonString());
        Assert.Equal(["9"], await hub.ReadAsync("select count(*) from service_catalog_products where account = $1", account));
    }

    [Fact]
    public async Task Changes_nothing_when_events_come_again()
    {
        var account = hub.NewAccount();
        var body = Event(account, "pp-again").ToJsonString();
        const string versions = "select p.xmin::text, e.xmin::text from service_catalog_products p join service_catalog_events e using (account) where account = $1";

        Assert.Equal("""{"batchItemFailures":[]}""", (await hub.InvokeAsync("AuditProducts", Notification.Batch(body, body)))!.ToJsonString());
        var before = await hub.ReadAsync(versions, account);
        Assert.Equal("""{"batchItemFailures":[]}""", (await hub.InvokeAsync("AuditProducts", Notification.Batch(body, body, body)))!.ToJsonString());

        Assert.Single(before);
        Assert.Equal(before, await hub.ReadAsync(versions, account));
    }

    [Fact]
    public async Task Applies_what_is_put_on_the_bus()
    {
        var account = hub.NewAccount();
        var record = Event(account, "pp-bus");

        await hub.Aws.CallAsync("events", "put_events", new JsonObject
        {
            ["Entries"] = new JsonArray(new JsonObject
            {
                ["EventBusName"] = hub.Cloud.Environment["AUDIT_BUS"],
                ["Source"] = "aws.servicecatalog",
                ["DetailType"] = "AWS API Call via CloudTrail",
                ["Detail"] = record["detail"]!.ToJsonString(),
            }),
        });

        await AssertArrivesAsync(account, "pp-bus");
    }

    [Fact]
    public async Task Applies_what_a_trail_file_tells()
    {
        var account = hub.NewAccount();
        using var trail = new Bucket(hub.Cloud.Endpoint, hub.Cloud.Environment["TRAIL_BUCKET"]);

        await trail.PutAsync(
            $"AWSLogs/o-exampleorgid/{account}/CloudTrail/eu-central-1/2026/03/02/{account}_CloudTrail_eu-central-1_20260302T0820Z_AbCdEfGhIjKlMnOp.json.gz",
            TrailText.File(TrailText.Unwanted, Event(account, "pp-file")["detail"]!.ToJsonString()));

        await AssertArrivesAsync(account, "pp-file");
    }

    [Fact]
    public async Task Applies_what_the_bus_refused()
    {
        var account = hub.NewAccount();

        await hub.Aws.CallAsync("sqs", "send_message", new JsonObject
        {
            ["QueueUrl"] = hub.Cloud.Environment["PRODUCT_LETTER_QUEUE"],
            ["MessageBody"] = Event(account, "pp-letter").ToJsonString(),
            ["MessageAttributes"] = new JsonObject { ["ERROR_CODE"] = new JsonObject { ["DataType"] = "String", ["StringValue"] = "NO_PERMISSIONS" } },
        });

        await AssertArrivesAsync(account, "pp-letter");
    }

    [Fact]
    public async Task Shows_what_the_lines_of_the_documentation_put_on_the_bus_and_into_the_trail_s_bucket()
    {
        var lines = (await File.ReadAllLinesAsync(Repository.File("docs", "trail.md"))).Where(line => line.StartsWith("aws ", StringComparison.Ordinal) && line.Contains("events/trail/", StringComparison.Ordinal)).ToList();

        Assert.Equal(2, lines.Count);
        foreach (var line in lines)
        {
            await AwsCommandLine.RunAsync(hub, Repository.Folder, line);
        }

        await RunningHub.EventuallyAsync(async () => await hub.ReadAsync(
            "select provisioned_product_name from view_service_catalog_products where provisioned_product_name in ('dropped-as-file', 'put-on-the-bus') order by 1") is ["dropped-as-file", "put-on-the-bus"]);
    }

    private Task AssertArrivesAsync(string account, string product) => RunningHub.EventuallyAsync(async () =>
        await hub.ReadAsync("select provisioned_product_id from view_service_catalog_products where account = $1", account) is [var found] && found == product);

    private static JsonObject Event(string account, string product) => new()
    {
        ["version"] = "0",
        ["detail-type"] = "AWS API Call via CloudTrail",
        ["source"] = "aws.servicecatalog",
        ["detail"] = new JsonObject
        {
            ["eventVersion"] = "1.11",
            ["userIdentity"] = new JsonObject { ["type"] = "IAMUser", ["accountId"] = account, ["userName"] = "dana" },
            ["eventTime"] = "2026-03-02T08:15:42Z",
            ["eventSource"] = "servicecatalog.amazonaws.com",
            ["eventName"] = "ProvisionProduct",
            ["awsRegion"] = "eu-central-1",
            ["requestParameters"] = new JsonObject { ["provisionedProductName"] = $"name-of-{product}" },
            ["responseElements"] = new JsonObject { ["recordDetail"] = new JsonObject { ["provisionedProductId"] = product, ["status"] = "CREATED" } },
            ["eventID"] = Guid.NewGuid().ToString(),
            ["recipientAccountId"] = account,
        },
    };
}
