using System.Text.Json.Nodes;
using OrgLens.Tests.Cluster;
using OrgLens.Tests.Receiver;
using static OrgLens.Tests.Changes.DailyDocuments;

namespace OrgLens.Tests.Changes;

/// <summary>What appears, goes, comes back and is deleted.</summary>
public sealed class AppearanceTests
{
    [Fact]
    public async Task What_the_first_document_lists_has_not_appeared_and_what_a_later_one_lists_first_has()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAllAsync([Keys(2, new { arn = "a" }), Keys(3, new { arn = "a" }, new { arn = "b" })]);
        Assert.Equal(["03|appeared|kms_keys|b|-|-|-"], await database.RowsAsync(AllChanges));
        // What an older document that comes late lists has not appeared either, and moves nothing.
        await database.LoadAsync(Keys(1, new { arn = "b" }, new { arn = "c" }));
        Assert.Equal(["03|appeared|kms_keys|b|-|-|-"], await database.RowsAsync(AllChanges));
    }

    [Fact]
    public async Task The_first_of_its_kind_appears_where_a_document_had_found_none()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAllAsync([Keys(1), Keys(2, new { arn = "a" })]);
        Assert.Equal(["02|appeared|kms_keys|a|-|-|-"], await database.RowsAsync(AllChanges));
        Assert.Equal($"data/{Account}/eu-west-1/2026-04-02_DAILY.json", await database.RowAsync("select document from changes where table_name = 'kms_keys'"));
    }

    [Fact]
    public async Task What_goes_and_comes_back_and_goes_again_leaves_all_of_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAllAsync([
            Keys(1, new { arn = "a" }, new { arn = "b", key_state = "on" }), Keys(2, new { arn = "a" }), Keys(3, new { arn = "a" }, new { arn = "b", key_state = "off" }), Keys(4, new { arn = "a" })]);
        Assert.Equal(
            ["02|disappeared|kms_keys|b|-|-|-", "03|changed|kms_keys|b|key_state|on|off", "03|returned|kms_keys|b|-|-|-", "04|disappeared|kms_keys|b|-|-|-"],
            await database.RowsAsync(AllChanges));
        Assert.Equal(
            ["02", "03", "03", "04"],
            await database.RowsAsync("select right(split_part(document, '_', 1), 2) from changes where table_name = 'kms_keys' order by at, kind"));
    }

    [Fact]
    public async Task An_account_appears_with_its_first_document_and_its_new_name_is_a_change()
    {
        await using var database = await TestDatabase.CreateAsync();
        foreach (var (day, name) in new[] { (1, "lab"), (2, "shop"), (3, "shop") })
        {
            var document = EmptyDocument.Of(Account);
            document["account"]!["account_name"] = name;
            await database.LoadAsync(At(day, document));
        }

        Assert.Equal(
            ["01|appeared|111122223333|shop|-|-|-", "02|changed|111122223333|shop|account_name|lab|shop"],
            await database.RowsAsync("select to_char(at, 'DD'), kind, natural_key, label, column_name, old_value, new_value from changes order by at"));
    }

    [Fact]
    public async Task Thousands_of_findings_that_change_at_once_are_noted_with_their_document()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAllAsync([Findings(1, 5000, "NEW"), Findings(2, 5000, "RESOLVED")]);
        Assert.Equal("5000|5000|status|NEW|RESOLVED|1", await database.RowAsync(
            "select count(*), count(distinct natural_key), max(column_name), min(old_value), max(new_value), count(distinct snapshot_id) from changes where kind = 'changed'"));
        await database.LoadAsync(Findings(3, 0, "NEW"));
        Assert.Equal("5000", await database.RowAsync("select count(*) from changes where kind = 'disappeared'"));
    }

    [Fact]
    public async Task A_node_that_was_known_by_its_name_alone_has_said_nothing_before()
    {
        await using var database = await TestDatabase.CreateAsync();
        var document = EmptyDocument.Of(Account);
        document["inventory"] = new JsonObject { ["applications"] = new JsonArray(new JsonObject { ["instance_id"] = "i-1", ["name"] = "app" }) };
        await database.LoadAsync(At(1, document));
        document["inventory"]!["instances"] = new JsonArray(new JsonObject { ["instance_id"] = "i-1", ["platform"] = "linux" });
        await database.LoadAsync(At(2, document));
        Assert.Empty(await database.RowsAsync(AllChanges));
        document["inventory"]!["instances"]!.AsArray().Add(new JsonObject { ["instance_id"] = "i-2" });
        document["inventory"]!["applications"]!.AsArray().Add(new JsonObject { ["instance_id"] = "i-2", ["name"] = "app", ["version"] = "2" });
        await database.LoadAsync(At(3, document));
        Assert.Equal(["03|appeared|inventory_instances|i-2|-|-|-", "03|appeared|inventory_applications|i-2 / app / 2 /  / |-|-|-"], await database.RowsAsync(AllChanges));
    }

    [Fact]
    public async Task An_account_that_is_deleted_takes_its_history_along()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAllAsync([Samples.A, Samples.C1, Samples.D, Keys(1, new { arn = "k", key_state = "one" })]);
        Assert.NotEqual("0", await database.RowAsync("select count(*) from row_changes"));
        await database.ExecuteAsync($"delete from accounts where account_id = '{Account}'");
        Assert.Equal("0|0", await database.RowAsync($"select (select count(*) from row_changes where account_id not in (select id from accounts)), (select count(*) from changes where account = '{Account}')"));
    }
}
