using System.Text;
using System.Text.Json.Nodes;
using OrgLens.Receiver;
using OrgLens.Tests.Cluster;

namespace OrgLens.Tests.Receiver;

/// <summary>A refused document costs no call to the database until it is noted, and leaves nothing but the note.</summary>
public sealed class RejectionTests
{
    [Fact]
    public async Task A_document_that_is_no_snapshot_is_refused_before_the_database_hears_of_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        var rejection = await Assert.ThrowsAsync<SnapshotRejectedException>(() => database.LoadAsync(Samples.A with { Stored = Encoding.UTF8.GetBytes("{") }));
        Assert.Equal(RejectionReasons.Truncated, rejection.Reason);
        Assert.Equal(0, database.Faults.Calls);
    }

    [Theory]
    [InlineData("""{"service": tru}""")]
    [InlineData("""{"service": "\x"}""")]
    [InlineData("""{"service": "a" "b": 1}""")]
    [InlineData("""{"service": [}]""")]
    [InlineData("""{"service": "\u0000", "b" 1}""")]
    [InlineData("""{"service": "a"]""")]
    public async Task A_row_that_is_no_JSON_refuses_the_document_and_leaves_nothing_of_it(string row)
    {
        var text = DocumentText.With($$"""
            "service":[{"service":"EC2","date_from":"2026-01-14","date_to":"2026-01-15"},
            {{row}}, {"service":"S3"}]
            """);
        await using var database = await TestDatabase.CreateAsync();
        var rejection = await Assert.ThrowsAsync<SnapshotRejectedException>(() => database.LoadAsync(Samples.A with { Stored = Encoding.UTF8.GetBytes(text) }));
        Assert.Equal(RejectionReasons.NotJson, rejection.Reason);
        Assert.StartsWith("line 2, byte ", rejection.Detail, StringComparison.Ordinal);
        Assert.Equal(DocumentText.Reject(text).Detail, rejection.Detail);
        Assert.Equal("0|0|0", await database.RowAsync("select (select count(*) from snapshots), (select count(*) from accounts), (select count(*) from services)"));
    }

    [Theory]
    [InlineData("data/444455556666/ap-southeast-1/2026-11-20_DAILY.json", RejectionReasons.AccountMismatch)]
    [InlineData("data/not-an-account/2026-11-20.json", RejectionReasons.UnknownKey)]
    public async Task A_document_under_another_key_is_refused_without_telling_its_content(string key, string reason)
    {
        await using var database = await TestDatabase.CreateAsync();
        var rejection = await Assert.ThrowsAsync<SnapshotRejectedException>(() => database.LoadAsync(Samples.A with { Key = key }));
        Assert.Equal(reason, rejection.Reason);
        Assert.DoesNotContain("111122223333", rejection.Message, StringComparison.Ordinal);
        Assert.Equal(0, database.Faults.Calls);
    }

    [Fact]
    public async Task A_document_without_an_account_of_its_own_speaks_for_its_prefix()
    {
        var document = EmptyDocument.Of("111122223333");
        document["account"] = new JsonObject();
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAsync(TestSnapshot.Of(Samples.A.Key, Samples.A.LastModified, document));
        Assert.Equal("111122223333|-", await database.RowAsync("select account_id, account_name from accounts"));
    }

    [Fact]
    public async Task A_refusal_is_noted_once_however_often_it_is_delivered()
    {
        await using var database = await TestDatabase.CreateAsync();
        var rejection = new SnapshotRejectedException(RejectionReasons.NotJson, "line 3, byte 4");
        for (var delivery = 0; delivery < 3; delivery++)
        {
            await database.Loader().RejectAsync(Samples.A.ToDocument(), rejection, CancellationToken.None);
        }

        Assert.Equal(
            "rejected|not_json|line 3, byte 4|111122223333|ap-southeast-1",
            await database.RowAsync("select outcome, reason, detail, account, region from snapshots"));
        Assert.Equal(
            $"Fail|receiver|{Samples.A.Key} rejected: not_json (line 3, byte 4)",
            await database.RowAsync("select l.cost_status, m.message_type, m.message from logs l join log_messages m on m.log_id = l.id"));
        Assert.Equal("0", await database.RowAsync("select count(*) from accounts"));
    }

    [Fact]
    public async Task A_document_with_an_unknown_key_can_be_noted()
    {
        await using var database = await TestDatabase.CreateAsync();
        var stray = Samples.A with { Key = "data/stray.json" };
        await database.Loader().RejectAsync(stray.ToDocument(), new SnapshotRejectedException(RejectionReasons.UnknownKey, "stray"), CancellationToken.None);
        Assert.Equal("unknown_key|-|-", await database.RowAsync("select reason, account, region from snapshots"));
        Assert.True(await database.Loader().IsKnownAsync(stray.ToDocument().Source, CancellationToken.None));
        Assert.False(await database.Loader().IsKnownAsync(Samples.A.ToDocument().Source, CancellationToken.None));
    }

    [Fact]
    public async Task A_refused_key_can_be_written_anew()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.Loader().RejectAsync((Samples.A with { Stored = [1] }).ToDocument(), new SnapshotRejectedException(RejectionReasons.NotJson, "x"), CancellationToken.None);
        Assert.Equal(LoadOutcome.Loaded, (await database.LoadAsync(Samples.A)).Outcome);
        Assert.Equal(["loaded", "rejected"], await database.RowsAsync("select outcome from snapshots order by 1"));
    }

    [Fact]
    public async Task Unknown_members_are_told_in_the_log()
    {
        var document = EmptyDocument.Of("111122223333");
        document["iam"] = new JsonArray();
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAsync(TestSnapshot.Of(Samples.A.Key, Samples.A.LastModified, document));
        Assert.Equal("iam: unknown, ignored 1 times", await database.RowAsync("select message from log_messages"));
    }
}
