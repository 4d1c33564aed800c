using System.Text.Json.Nodes;
using OrgLens.Tests.Cluster;

namespace OrgLens.Tests.Receiver;

/// <summary>Gone means marked, and only a complete enumeration may say so.</summary>
public sealed class RemovalTests
{
    private const string Account = "111122223333";

    [Theory]
    [InlineData("complete", true)]
    [InlineData("denied_iam", false)]
    [InlineData("denied_scp", false)]
    [InlineData("not_enabled", false)]
    [InlineData("region_disabled", false)]
    [InlineData("throttled", false)]
    [InlineData("failed", false)]
    [InlineData("over_budget", false)]
    [InlineData(null, false)]
    public async Task Only_a_complete_enumeration_marks_what_it_does_not_list(string? status, bool isMarked)
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAsync(Day(1, "complete", "a", "b"));
        await database.LoadAsync(Day(2, status, "a"));
        Assert.Equal(["a|kept", isMarked ? "b|gone 2" : "b|kept"], await KeysAsync(database));
    }

    [Fact]
    public async Task An_empty_enumeration_marks_everything()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAsync(Day(1, null, "a", "b"));
        await database.LoadAsync(Day(2, "empty"));
        Assert.Equal(["a|gone 2", "b|gone 2"], await KeysAsync(database));
        Assert.Equal("0", await database.RowAsync("select count(*) from view_kms_keys"));
    }

    [Fact]
    public async Task A_partial_scope_marks_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAsync(Day(1, "complete", "a", "b"));
        var partial = Document("complete", "a");
        partial["coverage"]![0]!["scope"] = "changes";
        await database.LoadAsync(At(2, partial));
        Assert.Equal(["a|kept", "b|kept"], await KeysAsync(database));
    }

    [Fact]
    public async Task A_section_with_an_unreadable_row_marks_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAsync(Day(1, "complete", "a", "b", "c"));
        var document = Document("complete", "a", "b");
        document["security"]!["kms"]![1]!["creation_date"] = "never";
        await database.LoadAsync(At(2, document));
        Assert.Equal(["a|kept", "b|kept", "c|kept"], await KeysAsync(database));
        Assert.Equal("f", await database.RowAsync("select enumerated from coverage order by observed_at desc limit 1"));
    }

    [Fact]
    public async Task What_comes_back_keeps_its_history()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAsync(Day(1, "complete", "a", "b"));
        var id = await database.RowAsync("select id, first_seen_at from kms_keys where key_id = 'b'");
        await database.LoadAsync(Day(2, "complete", "a"));
        await database.LoadAsync(Day(3, "complete", "a", "b"));
        Assert.Equal(["a|kept", "b|kept"], await KeysAsync(database));
        Assert.Equal(id, await database.RowAsync("select id, first_seen_at from kms_keys where key_id = 'b'"));
    }

    [Fact]
    public async Task The_first_enumeration_that_missed_a_row_counts_however_late_it_arrives()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAsync(Day(1, "complete", "a", "b"));
        await database.LoadAsync(Day(4, "complete", "a"));
        Assert.Equal(["a|kept", "b|gone 4"], await KeysAsync(database));
        await database.LoadAsync(Day(3, "complete", "a"));
        Assert.Equal(["a|kept", "b|gone 3"], await KeysAsync(database));
        await database.LoadAsync(Day(2, "denied_iam"));
        Assert.Equal(["a|kept", "b|gone 3"], await KeysAsync(database));
        await database.LoadAsync(Day(3, null, "b") with { Key = $"data/{Account}/eu-west-1/2026-04-03_WEEKLY.json", LastModified = Noon(3).AddHours(5) });
        Assert.Equal(["a|kept", "b|gone 4"], await KeysAsync(database));
    }

    [Fact]
    public async Task A_late_document_does_not_bring_back_what_is_gone()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAsync(Day(3, "complete", "a"));
        await database.LoadAsync(Day(1, "complete", "a", "b"));
        Assert.Equal(["a|kept", "b|gone 3"], await KeysAsync(database));
        Assert.Equal("2026-04-01", await database.RowAsync("select first_seen_at::date from kms_keys where key_id = 'a'"));
    }

    [Fact]
    public async Task Another_Region_and_another_account_are_left_alone()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAsync(Day(1, "complete", "a"));
        await database.LoadAsync(Day(1, "complete", "a") with { Key = $"data/{Account}/us-east-1/2026-04-01_DAILY.json" });
        var elsewhere = Document("complete", "a");
        elsewhere["account"]!["account_id"] = "444455556666";
        await database.LoadAsync(TestSnapshot.Of("data/444455556666/eu-west-1/2026-04-01_DAILY.json", Noon(1), elsewhere));
        await database.LoadAsync(Day(2, "complete"));
        Assert.Equal(
            ["111122223333|eu-west-1|t", "111122223333|us-east-1|f", "444455556666|eu-west-1|f"],
            await database.RowsAsync("""
                select a.account_id, c.region, k.removed_at is not null
                from kms_keys k join accounts a on a.id = k.account_id join collections c on c.id = k.collection_id order by 1, 2
                """));
    }

    [Fact]
    public async Task Periods_that_are_over_are_never_marked()
    {
        await using var database = await TestDatabase.CreateAsync();
        var document = Document("complete");
        document["service"] = new JsonArray(new JsonObject { ["service"] = "EC2", ["usage_types"] = "x", ["date_from"] = "2026-03-31", ["date_to"] = "2026-04-01", ["cost"] = 1 });
        document["coverage"]!.AsArray().Add(new JsonObject { ["collector"] = "service", ["region"] = "Global", ["status"] = "complete" });
        await database.LoadAsync(At(1, document));
        document["service"]![0]!["date_from"] = "2026-04-01";
        document["service"]![0]!["date_to"] = "2026-04-02";
        await database.LoadAsync(At(2, document));
        Assert.Equal("2|0", await database.RowAsync("select count(*), count(removed_at) from services"));
    }

    [Fact]
    public async Task A_trail_is_marked_by_its_home_Region_wherever_it_was_reported_from()
    {
        await using var database = await TestDatabase.CreateAsync();
        var document = Document("complete");
        var trail = new JsonObject { ["name"] = "t", ["arn"] = "arn:aws:cloudtrail:us-east-1:111122223333:trail/t", ["is_logging"] = null };
        document["security"]!["cloudtrail"] = new JsonArray(trail);
        document["coverage"]!.AsArray().Add(new JsonObject { ["collector"] = "security.cloudtrail", ["region"] = "eu-west-1", ["status"] = "complete" });
        await database.LoadAsync(At(1, document));
        Assert.Equal("us-east-1|-", await database.RowAsync("select account_region, is_logging from view_cloudtrail_logs"));
        document["security"]!["cloudtrail"] = new JsonArray();
        await database.LoadAsync(At(2, document));
        Assert.Equal("1", await database.RowAsync("select count(*) from view_cloudtrail_logs"));
        document["coverage"]![1]!["region"] = "us-east-1";
        await database.LoadAsync(At(3, document));
        Assert.Equal("0", await database.RowAsync("select count(*) from view_cloudtrail_logs"));
    }

    [Fact]
    public async Task An_archived_finding_is_shown_as_such_while_it_is_listed_and_does_not_count()
    {
        await using var database = await TestDatabase.CreateAsync();
        var document = Document("complete");
        var finding = new JsonObject { ["finding_id"] = "f", ["severity"] = "HIGH", ["status"] = "NEW", ["record_state"] = "ACTIVE", ["product_name"] = "Inspector" };
        document["security"]!["security_hub"] = new JsonArray(new JsonObject { ["service"] = "Inspector", ["findings"] = new JsonArray(finding) });
        document["coverage"]!.AsArray().Add(new JsonObject { ["collector"] = "security.security_hub", ["region"] = "eu-west-1", ["status"] = "complete" });
        const string Posture = "select f.record_state, f.removed_at is null, s.total_findings from findings f join security s on s.id = f.security_id";
        await database.LoadAsync(At(1, document));
        Assert.Equal("ACTIVE|t|1", await database.RowAsync(Posture));
        finding["record_state"] = "ARCHIVED";
        await database.LoadAsync(At(2, document));
        Assert.Equal("ARCHIVED|t|0", await database.RowAsync(Posture));
        document["security"]!["security_hub"] = new JsonArray();
        await database.LoadAsync(At(3, document));
        Assert.Equal("ARCHIVED|f|0", await database.RowAsync(Posture));
    }

    private static DateTimeOffset Noon(int day) => new(2026, 4, day, 12, 0, 0, TimeSpan.Zero);

    private static TestSnapshot Day(int day, string? status, params string[] keys) => At(day, Document(status, keys));

    private static TestSnapshot At(int day, JsonObject document) =>
        TestSnapshot.Of($"data/{Account}/eu-west-1/2026-04-0{day}_DAILY.json", Noon(day), document.DeepClone());

    // Documents without a status have no coverage, like the reference's.
    private static JsonObject Document(string? status, params string[] keys)
    {
        var document = EmptyDocument.Of(Account);
        document["security"] = new JsonObject { ["kms"] = new JsonArray([.. keys.Select(key => new JsonObject { ["key_id"] = key, ["arn"] = $"arn:{key}" })]) };
        if (status is not null)
        {
            document["schema_version"] = "1";
            document["coverage"] = new JsonArray(new JsonObject { ["collector"] = "security.kms", ["region"] = "eu-west-1", ["status"] = status, ["items"] = keys.Length });
        }

        return document;
    }

    private static Task<IReadOnlyList<string>> KeysAsync(TestDatabase database) => database.RowsAsync(
        "select key_id, case when removed_at is null then 'kept' else 'gone ' || extract(day from removed_at) end from kms_keys order by 1");
}
