using System.Text.Json.Nodes;
using OrgLens.Functions.Tests.Hub;
using OrgLens.Local.DataApi;

namespace OrgLens.Functions.Tests;

/// <summary>What functions may never write: the contents of documents, and secrets.</summary>
[Collection(HubCollection.Name)]
public sealed class LogTests(RunningHub hub)
{
    private const string Canary = "canary-7f3a9c";

    [Fact]
    public async Task No_function_logs_what_is_in_documents_or_secrets()
    {
        var account = hub.NewAccount();
        var good = SnapshotText.Of(account, $"{Canary} finding");
        good["account"]!["alternate_contacts"]!["security"] = new JsonObject { ["name"] = "S", ["email"] = $"{Canary}@example.com", ["title"] = null, ["phone"] = null };
        good[$"{Canary}_section"] = new JsonArray();
        var bad = SnapshotText.Of(hub.NewAccount(), $"{Canary} finding").ToJsonString();
        string[] documents =
        [
            // Loaded; with bad values; cut off; wrong; spoofed.
            good.ToJsonString(),
            bad.Replace("2026-01-10T00:00:00.000Z", Canary, StringComparison.Ordinal).Replace("\"service\":[]", $$"""
                "service":[{"service":"{{Canary}}","date_from":"{{Canary}}","date_to":"2026-01-15","cost":"{{Canary}}","currency":"USD"}]
                """, StringComparison.Ordinal),
            bad[..(bad.IndexOf(Canary, StringComparison.Ordinal) + Canary.Length)],
            bad.Replace($"\"{Canary}", $"{Canary}", StringComparison.Ordinal),
            bad,
        ];
        List<string> accounts = [account, (string)JsonNode.Parse(bad)!["account"]!["account_id"]!, hub.NewAccount(), hub.NewAccount(), hub.NewAccount()];
        var bodies = new List<string>();
        foreach (var (owner, document) in accounts.Zip(documents))
        {
            var etag = await hub.QuietBucket.PutAsync(SnapshotText.Key(owner), System.Text.Encoding.UTF8.GetBytes(document));
            bodies.Add(Notification.Of(hub.QuietBucket.Name, SnapshotText.Key(owner), etag).ToJsonString());
        }

        var faults = await hub.FaultsAsync();
        faults.FailCall(3, DataApiFault.Deadlock);
        await hub.InvokeAsync("IngestSnapshots", Notification.Batch([.. bodies, $"true{Canary}"]));
        await hub.InvokeAsync("MigrateDatabase", new JsonObject());

        // It went the ways that it was meant to go.
        Assert.Equal(
            ["loaded|", "partial|", "rejected|account_mismatch", "rejected|not_json", "rejected|truncated"],
            await hub.ReadAsync("select outcome, reason from snapshots where account = any($1) order by 1, 2", accounts));
        Assert.Equal(["canary-7f3a9c finding"], await hub.ReadAsync("select title from findings where finding_id like $1", $"%:{account}:%"));
        Assert.Contains(hub.Log, line => line.Contains(SnapshotText.Key(account), StringComparison.Ordinal));

        Assert.DoesNotContain(hub.Log, line => line.Contains(Canary, StringComparison.OrdinalIgnoreCase));
        foreach (var secret in new[] { hub.Cloud.Resources.MasterSecretArn, hub.Cloud.Resources.ApplicationSecretArn })
        {
            var value = await hub.Aws.CallAsync("secretsmanager", "get_secret_value", new JsonObject { ["SecretId"] = secret });
            var password = (string)JsonNode.Parse((string)value["SecretString"]!)!["password"]!;
            Assert.DoesNotContain(hub.Log, line => line.Contains(password, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Every_line_about_an_outcome_is_JSON_with_the_function_that_wrote_it()
    {
        var account = hub.NewAccount();
        var etag = await hub.QuietBucket.PutAsync(SnapshotText.Key(account), SnapshotText.Of(account, "one").Bytes());

        await hub.InvokeAsync("IngestSnapshots", Notification.Batch(Notification.Of(hub.QuietBucket.Name, SnapshotText.Key(account), etag).ToJsonString()));

        var text = Assert.Single(hub.Log, line => line.Contains($"Snapshot {SnapshotText.Key(account)}", StringComparison.Ordinal));
        // The runtime may have put time and request before it.
        var line = JsonNode.Parse(text[text.IndexOf('{', StringComparison.Ordinal)..])!;
        Assert.Equal("Information", (string?)line["level"]);
        Assert.Equal("IngestSnapshots", (string?)line["service"]);
        Assert.Contains("Loaded, ", (string?)line["message"], StringComparison.Ordinal);
    }
}
