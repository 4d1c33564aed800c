using System.Text.Json.Nodes;
using OrgLens.Database;
using OrgLens.Receiver;
using OrgLens.Tests.Cluster;
using OrgLens.Tests.Receiver;
using static OrgLens.Tests.Changes.DailyDocuments;

namespace OrgLens.Tests.Changes;

/// <summary>What becomes history, and what does not.</summary>
public sealed class ChangeTests
{
    [Fact]
    public async Task A_change_says_what_it_was_what_it_is_when_and_which_document_said_so()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAllAsync([Keys(1, new { arn = "k", key_state = "Enabled", enabled = true }), Keys(2, new { arn = "k", key_state = "PendingDeletion", enabled = false })]);
        Assert.Equal(["02|changed|kms_keys|k|enabled|true|false", "02|changed|kms_keys|k|key_state|Enabled|PendingDeletion"], await database.RowsAsync(AllChanges));
        Assert.Equal(
            $"{Account}|eu-west-1|2026-04-02 12:00:00|data/{Account}/eu-west-1/2026-04-02_DAILY.json",
            await database.RowAsync("select distinct account, region, date_trunc('second', at at time zone 'UTC'), document from changes where kind = 'changed'"));
    }

    [Fact]
    public async Task Protection_that_was_switched_off_is_found()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAllAsync(
        [
            Keys(1, new { arn = "k", key_rotation_enabled = true, key_state = "Enabled" }, new { arn = "l", key_rotation_enabled = false }),
            Keys(2, new { arn = "k", key_rotation_enabled = false, key_state = "PendingDeletion" }, new { arn = "l", key_rotation_enabled = true }),
        ]);
        var question = SqlFiles.Read("queries/weakened-settings").TrimEnd().TrimEnd(';');
        Assert.Equal(
            ["k|key_rotation_enabled|true|false", "k|key_state|Enabled|PendingDeletion"],
            await database.RowsAsync($"select natural_key, column_name, old_value, new_value from ({question}) weakened order by 2"));
    }

    [Fact]
    public async Task Findings_that_reopened_are_found()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAllAsync([Findings(1, 2, "RESOLVED"), Findings(2, 1, "NEW"), Findings(3, 2, "NEW"), Findings(4, 2, "RESOLVED")]);
        var question = SqlFiles.Read("queries/reopened-findings").TrimEnd().TrimEnd(';');
        Assert.Equal(
            ["02|f0|RESOLVED|HIGH", "03|f1|RESOLVED|HIGH", "03|f1|gone|HIGH"],
            await database.RowsAsync($"select to_char(at, 'DD'), finding_id, was, severity from ({question}) reopened order by 1, 2, 3"));
    }

    [Fact]
    public async Task Neither_another_delivery_nor_the_same_values_the_next_day_make_history()
    {
        await using var database = await TestDatabase.CreateAsync();
        var second = Keys(2, new { arn = "k", key_state = "Disabled" });
        await database.LoadAllAsync([Keys(1, new { arn = "k", key_state = "Enabled" }), second, second, Keys(3, new { arn = "k", key_state = "Disabled", description = (string?)null })]);
        Assert.Equal(["02|changed|kms_keys|k|key_state|Enabled|Disabled"], await database.RowsAsync(AllChanges));
    }

    [Fact]
    public async Task An_older_document_that_comes_late_changes_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAllAsync([Keys(1, new { arn = "k", key_state = "one" }), Keys(4, new { arn = "k", key_state = "four" }), Keys(3, new { arn = "k", key_state = "three" })]);
        Assert.Equal(["04|changed|kms_keys|k|key_state|one|four"], await database.RowsAsync(AllChanges));
    }

    [Fact]
    public async Task Of_tags_and_details_only_the_members_that_changed_are_kept_and_counters_are_none()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAllAsync([
            Resource(1, """[{"Key": "Team", "Value": "blue"}, {"Key": "Stage", "Value": "test"}]""", """{"image_id": "ami-1", "running_tasks": 1}"""),
            Resource(2, """[{"Key": "Stage", "Value": "test"}, {"Key": "Team", "Value": "green"}, {"Key": "Owner", "Value": "dana"}]""", """{"image_id": "ami-1", "running_tasks": 7}"""),
            Resource(3, """[{"Key": "Stage", "Value": "test"}]""", """{"image_id": "ami-2", "running_tasks": 9, "encrypted": true}"""),
            Resource(4, "null", """{"image_id": "ami-2", "encrypted": true}""")]);
        Assert.Equal(
            [
                "02|tags.Owner|-|dana", "02|tags.Team|blue|green",
                "03|details.encrypted|-|true", "03|details.image_id|ami-1|ami-2", "03|tags.Owner|dana|-", "03|tags.Team|green|-",
                """04|tags|[{"Key": "Stage", "Value": "test"}]|-""",
            ],
            await database.RowsAsync("select to_char(at, 'DD'), column_name, old_value, new_value from changes where table_name = 'service_resources' order by 1, 2"));
        Assert.Equal(["EC2 / Instance / i-1|web"], await database.RowsAsync("select distinct natural_key, label from changes where table_name = 'service_resources'"));
    }

    [Fact]
    public async Task What_varies_by_itself_and_who_can_be_reached_how_make_no_history()
    {
        await using var database = await TestDatabase.CreateAsync();
        for (var day = 1; day <= 2; day++)
        {
            var document = EmptyDocument.Of(Account);
            document["account"]!["account_email"] = $"aws{day}@example.com";
            document["account"]!["contact_info"] = new JsonObject { ["city"] = $"city {day}" };
            document["account"]!["alternate_contacts"] = new JsonObject { ["billing"] = new JsonObject { ["name"] = $"name {day}" } };
            document["security"] = new JsonObject
            {
                ["secrets_manager"] = new JsonArray(new JsonObject { ["arn"] = "s", ["last_accessed_date"] = $"2026-04-0{day}" }),
                ["cloudtrail"] = new JsonArray(new JsonObject { ["arn"] = "t", ["latest_delivery_time"] = $"2026-04-0{day}", ["recent_events_count"] = day }),
                ["security_hub"] = new JsonArray(new JsonObject { ["service"] = "x", ["findings"] = new JsonArray(new JsonObject { ["finding_id"] = "f", ["severity"] = "LOW", ["updated_at"] = $"2026-04-0{day}" }) }),
            };
            document["inventory"] = new JsonObject { ["instances"] = new JsonArray(new JsonObject { ["instance_id"] = "i", ["last_ping_date_time"] = $"2026-04-0{day}" }) };
            document["support_tickets"] = new JsonArray(new JsonObject { ["case_id"] = "c", ["subject"] = $"subject {day}", ["submitted_by"] = $"p{day}@example.com", ["date_from"] = $"2026-04-0{day}", ["date_to"] = $"2026-04-0{day}" });
            document["service_resources"] = new JsonArray(new JsonObject { ["service_name"] = "DynamoDB", ["resource_type"] = "Table", ["resource_id"] = "d", ["size_gb"] = day, ["details"] = new JsonObject { ["item_count"] = day } });
            Assert.Equal(LoadOutcome.Loaded, (await database.LoadAsync(At(day, document))).Outcome);
        }

        Assert.Equal("2026-04-02|2|p2@example.com", await database.RowAsync("select (select last_accessed_date::date from secrets_manager_secrets), (select recent_events_count from cloudtrail_logs), (select submitted_by from support_tickets)"));
        Assert.Empty(await database.RowsAsync("select * from row_changes where relation <> 'accounts'"));
        Assert.Empty(await database.RowsAsync(AllChanges));
    }

    [Fact]
    public async Task A_row_that_a_document_lists_twice_changed_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAsync(Keys(1, new { arn = "k", key_state = "one" }, new { arn = "same", key_state = "one" }));
        // The same keys in two chunks: of one chunk, the last row counts.
        var filler = Enumerable.Range(0, 4000).Select(i => (object)new { arn = $"filler {i}", description = new string('x', 900) });
        await database.LoadAsync(Keys(2, [
            new { arn = "k", key_state = "two" }, new { arn = "same", key_state = "two" }, new { arn = "new", key_state = "two" },
            .. filler,
            new { arn = "k", key_state = "three" }, new { arn = "same", key_state = "one" }, new { arn = "new", key_state = "three" }]));
        Assert.Equal(["02|changed|kms_keys|k|key_state|one|three"], await database.RowsAsync(AllChanges.Replace("where", "where kind = 'changed' and", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_change_by_hand_is_noted_without_a_document()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAsync(Keys(1, new { arn = "k", key_state = "one" }));
        await database.ExecuteAsync("update kms_keys set key_state = 'by hand'");
        Assert.Equal("key_state|one|by hand|-|t", await database.RowAsync("select column_name, old_value, new_value, document, at > (select max(created_at) from kms_keys) from changes where kind = 'changed'"));
    }
}
