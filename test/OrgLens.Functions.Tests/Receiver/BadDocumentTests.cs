using System.Text.Json.Nodes;
using OrgLens.Functions.Tests.Hub;
using OrgLens.Receiver;

namespace OrgLens.Functions.Tests.Receiver;

[Collection(HubCollection.Name)]
public sealed class BadDocumentTests(RunningHub hub, BadDocuments documents) : IClassFixture<BadDocuments>
{
    [Theory]
    [InlineData("no JSON", RejectionReasons.NotJson, "line 1, byte")]
    [InlineData("cut off", RejectionReasons.Truncated, "line 1, byte")]
    [InlineData("empty", RejectionReasons.Empty, "no bytes")]
    [InlineData("not UTF-8", RejectionReasons.NotUtf8, "UTF-8")]
    [InlineData("lone surrogate", RejectionReasons.LoneSurrogate, "surrogate")]
    [InlineData("damaged gzip", RejectionReasons.WrongGzip, "bytes of text")]
    [InlineData("cut off gzip", RejectionReasons.Truncated, "line 1, byte")]
    [InlineData("too deep", RejectionReasons.TooDeep, "64 levels")]
    [InlineData("more than 256 MiB of text", RejectionReasons.TooLarge, "268435456 bytes")]
    [InlineData("sections missing", RejectionReasons.NotASnapshot, "account, config")]
    [InlineData("another account", RejectionReasons.AccountMismatch, "the document of another")]
    [InlineData("unknown granularity", RejectionReasons.UnknownKey, "data/{account}/{region}/")]
    [InlineData("impossible date", RejectionReasons.UnknownKey, "data/{account}/{region}/")]
    [InlineData("odd characters in the key", RejectionReasons.UnknownKey, "data/{account}/{region}/")]
    public async Task Moves_a_bad_document_aside_and_says_why_and_where(string name, string reason, string detail)
    {
        var (account, key) = documents.Of(name);
        var rejected = key.Replace("data/", "rejected/", StringComparison.Ordinal);

        Assert.Empty(await hub.SnapshotBucket.ListAsync($"data/{account}/"));
        Assert.Empty(await hub.SnapshotBucket.ListAsync($"loaded/{account}/"));
        Assert.Equal([rejected, rejected + ".error.json"], await hub.SnapshotBucket.ListAsync($"rejected/{account}/"));
        var explanation = JsonNode.Parse(await hub.SnapshotBucket.GetTextAsync(rejected + ".error.json"))!;
        Assert.Equal(reason, (string?)explanation["reason"]);
        Assert.Contains(detail, (string?)explanation["detail"], StringComparison.Ordinal);

        Assert.Equal([$"rejected|{reason}|{explanation["detail"]}"], await hub.ReadAsync("select outcome, reason, detail from snapshots where key = $1", key));
        Assert.Equal(
            [$"Fail|{key} rejected: {reason} ({explanation["detail"]})"],
            await hub.ReadAsync(
                "select l.account_status, m.message from logs l join snapshots s on s.id = l.snapshot_id join log_messages m on m.log_id = l.id where s.key = $1", key));
        Assert.Empty(await hub.ReadAsync("select account_id from accounts where account_id = $1", account));
    }

    [Fact]
    public async Task Writes_nothing_for_the_account_that_a_document_wrongly_speaks_for()
    {
        var (_, key) = documents.Of("another account");
        var text = JsonNode.Parse(await hub.SnapshotBucket.GetTextAsync(key.Replace("data/", "rejected/", StringComparison.Ordinal)))!;
        var victim = (string)text["account"]!["account_id"]!;

        Assert.Empty(await hub.ReadAsync("select account_id from accounts where account_id = $1", victim));
        Assert.Empty(await hub.ReadAsync("select key from snapshots where account = $1", victim));
    }

    [Theory]
    [InlineData(RejectionReasons.AccountMismatch)]
    [InlineData(RejectionReasons.UnknownKey)]
    public void Counts_the_rejection_in_a_metric(string reason)
    {
        var metric = hub.Log
            .Where(line => line.StartsWith("{\"_aws\":", StringComparison.Ordinal))
            .Select(line => JsonNode.Parse(line)!)
            .First(line => (string?)line["Reason"] == reason);

        Assert.Equal("Rejected", (string?)metric["Outcome"]);
        Assert.Equal(1, (int)metric["Documents"]!);
        var directive = metric["_aws"]!["CloudWatchMetrics"]![0]!;
        Assert.Equal("OrgLens", (string?)directive["Namespace"]);
        Assert.Contains(directive["Metrics"]!.AsArray(), entry => (string?)entry!["Name"] == "Documents");
        Assert.Contains(directive["Dimensions"]!.AsArray(), entry => entry!.ToJsonString() == """["Outcome","Reason"]""");
    }

    [Fact]
    public async Task Deletes_the_messages_of_bad_documents() =>
        Assert.Equal((0, 0), await hub.Cloud.CountMessagesAsync() is var depth ? (depth.Waiting, depth.InFlight) : default);
}
