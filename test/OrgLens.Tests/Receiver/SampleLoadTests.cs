using System.Text.Json.Nodes;
using OrgLens.Receiver;
using OrgLens.Tests.Cluster;

namespace OrgLens.Tests.Receiver;

/// <summary>What the sample documents become. The numbers of rows are those counted in the documents.</summary>
public sealed class SampleLoadTests
{
    private static readonly string[] s_tables =
    [
        "contact_info", "alternate_contacts", "product_accounts", "config_reports", "non_compliant_resources", "services", "cost_reports", "service_costs",
        "cost_forecasts", "security", "findings", "guard_duty_findings", "kms_keys", "waf_rules", "waf_rules_detailed", "cloudtrail_logs",
        "secrets_manager_secrets", "certificates", "inspector_findings", "inventory_instances", "inventory_applications", "inventory_patches",
        "trusted_advisor_checks", "health_events", "resilience_hub_apps", "service_resources", "compute_optimizer", "ri_sp_daily_savings", "log_messages",
    ];

    private static readonly string[] s_emptyTables = ["application_signals", "config_inventory", "marketplace_usage", "support_tickets", "rejected_rows"];

    [Theory]
    [InlineData("a", "1 3 2 1 20 19 1 5 2 5 52 6 5 3 11 3 5 4 17 10 69 40 13 3 1 84 26 6 1")]
    [InlineData("b", "1 3 2 1 8 19 1 5 2 3 12 1 1 1 2 1 1 1 3 3 8 2 13 3 0 28 5 2 1")]
    [InlineData("d", "1 2 1 1 14 20 1 5 2 4 24 2 5 3 11 2 4 4 4 10 78 30 11 1 0 89 26 6 0")]
    [InlineData("c1", "1 0 0 1 0 4 1 4 0 0 0 0 0 0 0 1 1 0 0 0 0 0 0 0 0 13 0 0 12")]
    [InlineData("c2", "1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 21")]
    public async Task Every_row_of_a_document_becomes_a_row_of_its_table(string name, string rows)
    {
        await using var database = await TestDatabase.CreateAsync();
        var result = await database.LoadAsync(Samples.Named(name));
        Assert.Equal(LoadOutcome.Loaded, result.Outcome);
        Assert.Empty(result.Duplicates);
        var expected = s_tables.Zip(rows.Split(' '), (table, count) => $"{table} {count}").Concat(s_emptyTables.Select(table => $"{table} 0"));
        Assert.Equal(expected, await CountsAsync(database, [.. s_tables, .. s_emptyTables]));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("c1")]
    public async Task Rows_that_travel_as_JSON_become_the_same_as_those_that_travel_as_columns(string name)
    {
        var sample = Samples.Named(name);
        var document = Samples.Parse(sample);
        MakeOdd(document);
        Assert.Equal(await StateAsync(sample), await StateAsync(TestSnapshot.Of(sample.Key, sample.LastModified, document)));

        // A control character keeps a row out of the columns.
        static void MakeOdd(JsonNode? node)
        {
            foreach (var row in (node as JsonArray)?.OfType<JsonObject>() ?? [])
            {
                row["odd"] = "\u0010";
                MakeOdd(row["findings"]);
            }

            foreach (var (_, value) in node as JsonObject ?? [])
            {
                MakeOdd(value);
            }
        }

        static async Task<IEnumerable<string>> StateAsync(TestSnapshot snapshot)
        {
            await using var database = await TestDatabase.CreateAsync();
            // Not of a whole second: the entity tag, which differs, would decide on the rest of it.
            var loaded = snapshot with { LastModified = snapshot.LastModified.AddMilliseconds(1.5) };
            Assert.Equal(LoadOutcome.Loaded, (await database.LoadAsync(loaded)).Outcome);
            return (await StateDump.OfAsync(database))
                // The ledger and the logs speak of the member that nobody knows.
                .Where(line => !line.StartsWith("snapshot", StringComparison.Ordinal) && !line.StartsWith("log", StringComparison.Ordinal))
                .Select(line => line.Replace(loaded.ETag, "etag", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_belongs_to_the_account_exists_once_though_every_Region_reports_it()
    {
        // Counted in the five documents: distinct keys, account-wide ones without their Region.
        const string Distinct = "2 3 2 4 42 43 3 14 4 8 79 9 6 3 11 4 7 5 24 14 93 72 16 4 1 127 32 13 35";
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAllAsync(Samples.All);
        var expected = s_tables.Zip(Distinct.Split(' '), (table, count) => $"{table} {count}");
        Assert.Equal(expected, await CountsAsync(database, s_tables));
        Assert.Equal("2|2|5", await database.RowAsync("select (select count(*) from accounts), (select count(*) from products), (select count(*) from snapshots)"));
        Assert.Equal("Global|19", await database.RowAsync("select max(account_region), count(*) from view_acct_serv where account = '111122223333' and date_from = '2026-11-19'"));
        Assert.Equal("115.40", await database.RowAsync("select round(sum(cost), 2) from view_acct_serv where account = '111122223333' and date_from = '2026-11-19'"));
    }

    [Fact]
    public async Task Resources_of_one_name_are_kept_apart_and_software_stays_on_its_node()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAsync(Samples.A);
        Assert.Equal(
            ["AutoScaling|AutoScalingGroup", "ELB|LoadBalancer", "RDS|DBInstance"],
            await database.RowsAsync("select service_name, resource_type from service_resources where resource_id = 'storefront-web' order by 1"));
        Assert.Equal(
            "10|6|7",
            await database.RowAsync("select count(*), min(n), max(n) from (select ii_instance_id, count(*) as n from view_inventory_applications group by 1) x"));
        Assert.Equal("6", await database.RowAsync("select count(*) from view_inventory_applications where ii_instance_id = 'i-41dc6cf4d41b62b3e'"));
    }

    [Fact]
    public async Task The_next_day_changes_what_changed()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAllAsync([Samples.A, Samples.D]);
        // Without coverage nothing is known to be gone, but what is listed no more can be told from what is.
        Assert.Equal("0", await database.RowAsync("select count(*) from service_resources where removed_at is not null"));
        Assert.Equal("1|1", await database.RowAsync("""
            select (select count(*) from secrets_manager_secrets where listed_until is not null), (select count(*) from cloudtrail_logs where listed_until is not null)
            """));
        Assert.Equal("security|2026-11-20", await database.RowAsync("select contact_type, listed_until::date from alternate_contacts where listed_until is not null"));
        Assert.Equal("Order Processing", await database.RowAsync("select p.name from product_accounts l join products p on p.id = l.product_id where l.listed_until is not null"));
        Assert.Equal(
            ["2026-11-19|71.43", "2026-11-20|78.57"],
            await database.RowsAsync("select date_from, compliance_score from config_reports order by 1"));
        Assert.Equal("t", await database.RowAsync("select min(cost) < 0 from services where date_from = '2026-11-20'"));
        Assert.Equal("2|2", await database.RowAsync("select count(*), count(distinct id) from cost_reports"));
    }

    [Fact]
    public async Task The_summary_has_the_numbers_of_the_documents()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAllAsync(Samples.All);
        Assert.Equal(
            ["retail-production|98.0273653477|79|6|21|14|12|1", "lab-sandbox|1.3378787293|-|-|-|0|0|-"],
            await database.RowsAsync("""
                select account_name, latest_cost, security_findings, critical_findings, high_findings, instance_count, running_instances, security_health_score
                from view_acct_summary order by latest_cost desc
                """));
        Assert.Equal(
            ["retail-production|98.03|20|98.03|79|63|16|6|21|28|24", "lab-sandbox|1.34|4|1.34|-|-|-|-|-|-|-"],
            await database.RowsAsync("""
                select account_name, current_period_cost, unique_services, total_service_cost, total_findings, open_findings, resolved_findings,
                  critical_findings, high_findings, medium_findings, low_findings
                from view_summary order by current_period_cost desc
                """));
        Assert.Equal("98.03", await database.RowAsync("select sum(current_period_cost) from view_product_summary where account_name = 'retail-production'"));
    }

    [Fact]
    public async Task Statuses_and_messages_are_kept_as_the_sender_wrote_them()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.LoadAllAsync([Samples.A, Samples.C2]);
        Assert.Equal(
            ["ap-southeast-1|Pass|Pass|Pass|Pass|Pass|Fail", "eu-west-1|Pass|Fail|Fail|Fail|Fail|Fail"],
            await database.RowsAsync("select region, account_status, config_status, cost_status, inventory_status, service_resources_status, support_tickets_status from logs order by 1"));
        Assert.Equal(
            "support_tickets|str.replace() takes no keyword arguments",
            await database.RowAsync("select m.message_type, m.message from log_messages m join logs l on l.id = m.log_id where l.region = 'ap-southeast-1'"));
        Assert.Equal(
            ["config: collector failed", "cost: collector failed", "inventory: collector failed"],
            await database.RowsAsync("select message from log_messages where message_type = 'receiver' order by ordinal"));
    }

    [Fact]
    public async Task A_gzipped_document_says_the_same()
    {
        await using var database = await TestDatabase.CreateAsync();
        var stored = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "data", "data__111122223333__ap-southeast-1__2026-11-20_DAILY.json.gz"));
        var result = await database.LoadAsync(Samples.A with { Key = Samples.A.Key + ".gz", Stored = stored });
        Assert.Equal(84, result.Rows["service_resources"]);
        Assert.Equal(stored.Length, result.Bytes);
        Assert.Equal("52", await database.RowAsync("select count(*) from findings"));
    }

    private static async Task<IEnumerable<string>> CountsAsync(TestDatabase database, IReadOnlyList<string> tables)
    {
        var counts = await database.RowAsync($"select {string.Join(", ", tables.Select(table => $"(select count(*) from {table})"))}");
        return tables.Zip(counts.Split('|'), (table, count) => $"{table} {count}");
    }
}
