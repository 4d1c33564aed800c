using OrgLens.Dashboards;
using OrgLens.QuickSight;
using OrgLens.Tests.Cluster;

namespace OrgLens.Tests.QuickSight;

/// <summary>What the database says about an analysis before anything is changed.</summary>
public sealed class DataSetPlanTests
{
    // The data sets of the reference's template and the columns that it names of them.
    private static readonly (string View, IReadOnlyList<string> Columns)[] s_reference =
    [
        ("view_accounts", ["account", "account_category", "account_full", "account_type", "project_product_name"]),
        ("view_product_summary", ["account", "account_category", "account_name", "account_type", "open_findings", "resolved_findings", "total_service_cost"]),
        ("view_config_reports", ["account", "account_category", "account_name", "account_type", "compliant_rules", "date_from", "date_to", "non_compliant_rules", "project_product_name", "total_rules"]),
        ("view_non_compliant_resources", ["account", "account_category", "account_name", "account_type", "conformance_pack", "resource_id", "resource_type", "rule_name"]),
        ("view_acct_cost_rep", ["account_full", "current_period_cost", "date_to"]),
        ("view_acct_serv", ["account", "account_full", "cost", "date_to", "service"]),
        ("view_acct_security_findings_details", ["account", "account_category", "account_name", "account_type", "finding_id", "product_name", "record_state", "resource_type", "service", "severity", "status", "title", "updated_at"]),
        ("view_waf_rules_detailed", ["account", "account_name", "account_type", "cloudwatch_enabled", "geo_blocking", "has_xss_protection", "is_custom_rule", "is_managed_rule", "logging_enabled", "rule_name", "sql_injection", "statement_type"]),
        ("view_kms_keys", ["account", "account_category", "account_name", "account_type", "description", "enabled", "key_id", "key_rotation_enabled", "key_usage"]),
        ("view_secrets_manager_secrets", ["account", "account_category", "account_name", "account_type", "arn", "last_changed_date", "name"]),
        ("view_certificates", ["account", "account_category", "account_name", "account_type", "arn", "domain_name", "not_after", "status", "type"]),
        ("view_inventory_instances", ["account", "account_category", "account_name", "account_type", "agent_version", "computer_name", "instance_id", "platform"]),
        ("view_inventory_patches", ["account", "account_category", "account_name", "account_type", "classification", "title"]),
        ("view_service_resources", ["account", "account_category", "account_name", "account_region", "account_type", "project_product_name", "region", "resource_id", "resource_type", "service_name"]),
    ];

    [Fact]
    public async Task All_data_sets_of_the_reference_s_template_are_in_our_views()
    {
        await using var database = await TestDatabase.CreateAsync();
        var account = new MigratedAccount(database.App());

        var report = await account.ImportAsync(MigratedAccount.Of(s_reference));

        Assert.True(report.IsComplete, report.Steps[^1].ToString());
        Assert.Equal(14, account.QuickSight.DataSets.Count);
        var imported = account.QuickSight.Analyses["theirs"].ToJsonString();
        Assert.DoesNotContain("999999999999", imported, StringComparison.Ordinal);
        Assert.Equal(MigratedAccount.Group, Assert.Single(account.QuickSight.Permissions["theirs"]).Key);
    }

    [Fact]
    public async Task The_reference_s_own_template_is_imported_where_it_lies_beside_the_repository()
    {
        if (Audit.SharedSamples.Folder("../../reference-clone/quicksuite") is not { } folder)
        {
            return;
        }

        await using var database = await TestDatabase.CreateAsync();
        var account = new MigratedAccount(database.App());
        var analysis = AnalysisBundle.Open(Path.Combine(folder, "A360-Sample-Template.qs"));

        var report = await account.ImportAsync(analysis);

        Assert.True(report.IsComplete, report.Steps[^1].ToString());
        Assert.Equal(s_reference.Select(set => set.View.Replace('_', '-')).Order(), account.QuickSight.DataSets.Keys.Select(id => id["orglens-".Length..]).Order());
        Assert.Equal(5, account.QuickSight.Analyses.Single().Value["definition"]!["sheets"]!.AsArray().Count);
    }

    [Fact]
    public async Task Views_and_columns_that_are_missing_and_types_without_a_word_are_all_named_and_nothing_is_changed()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.ExecuteAsync("create view odd as select 1 as fine, array[1] as numbers, '{}'::jsonb as document, now()::time as moment, interval '1 day' as span, inet '::1' as address");
        var account = new MigratedAccount(database.App());

        var report = await account.ImportAsync(MigratedAccount.Of(("odd", ["fine", "gone", "document"]), ("view_accounts", ["account", "acount"]), ("accounts", []), ("nowhere", [])));

        Assert.Equal(
            new AnalysisStep(
                "columns",
                "failed",
                "odd.numbers is of the type _int4, which is not known to QuickSight; odd.moment is of the type time, which is not known to QuickSight; "
                + "odd.address is of the type inet, which is not known to QuickSight; odd has no column gone that QuickSight can read; "
                + "odd has no column document that QuickSight can read; view_accounts has no column acount that QuickSight can read; "
                + "the database has no view accounts; the database has no view nowhere."),
            Assert.Single(report.Steps));
        Assert.Empty(account.QuickSight.Asked);
    }

    [Fact]
    public async Task A_column_that_QuickSight_cannot_read_is_left_out_and_named()
    {
        await using var database = await TestDatabase.CreateAsync();
        var account = new MigratedAccount(database.App());

        var report = await account.ImportAsync(MigratedAccount.Of(("view_waf_rules", ["name"])));

        Assert.EndsWith("; QuickSight can't read view_waf_rules.default_action", report.Steps[0].Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("default_action", account.QuickSight.DataSets.Values.Single().ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Athena_is_read_by_the_same_names_without_a_secret_or_a_connection()
    {
        await using var database = await TestDatabase.CreateAsync();
        var account = new MigratedAccount(database.App());

        var report = await account.ImportAsync(MigratedAccount.Of(("view_accounts", ["account"])), new AnalysisSettings(new AthenaSettings("reports", "orglens")) { Principal = MigratedAccount.Group });

        Assert.True(report.IsComplete, report.Steps[^1].ToString());
        Assert.Empty(account.QuickSight.Groups);
        Assert.Equal("ATHENA", (string?)account.QuickSight.DataSource!["Type"]);
        Assert.Null(account.QuickSight.DataSource["SecretArn"]);
        var table = account.QuickSight.DataSets["orglens-view-accounts"]["PhysicalTableMap"]!["source"]!["RelationalTable"]!;
        Assert.Equal(("AwsDataCatalog", "orglens", "view_accounts"), ((string?)table["Catalog"], (string?)table["Schema"], (string?)table["Name"]));
        Assert.EndsWith(":datasource/orglens-athena", (string?)table["DataSourceArn"], StringComparison.Ordinal);
        Assert.Empty(await account.QuickSight.DifferencesAsync());
    }

    [Fact]
    public async Task A_look_says_what_is_missing_and_what_differs()
    {
        await using var database = await TestDatabase.CreateAsync();
        var account = new MigratedAccount(database.App());
        var settings = new AnalysisSettings(MigratedAccount.Aurora);

        Assert.Equal(
            ["columns checked", "group missing", "data source missing", "data sets missing", "analysis missing", "kept versions checked"],
            MigratedAccount.Lines(await account.Migration().StatusAsync(MigratedAccount.Ours(), settings, CancellationToken.None)));
        Assert.Empty(account.QuickSight.Changes);
        await account.ImportAsync(MigratedAccount.Ours());
        Assert.Equal(
            ["columns checked", "group unchanged", "data source unchanged", "data sets unchanged", "analysis different", "kept versions checked"],
            MigratedAccount.Lines(await account.Migration().StatusAsync(MigratedAccount.Next(), settings, CancellationToken.None)));
    }
}
