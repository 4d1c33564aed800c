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

    private static async Task<IEnumerable<string>> CountsAsync(TestDatabase database, IReadOnlyList<string> tables)
    {
        var counts = await database.RowAsync($"select {string.Join(", ", tables.Select(table => $"(select count(*) from {table})"))}");
        return tables.Zip(counts.Split('|'), (table, count) => $"{table} {count}");
    }
}
