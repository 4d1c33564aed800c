using System.Text.Json.Nodes;
using OrgLens.Aws;
using OrgLens.QuickSight;
using OrgLens.Tests.Cluster;
using OrgLens.Tests.Sender;

namespace OrgLens.Tests.QuickSight;

public sealed class AnalysisMigrationTests
{
    [Fact]
    public async Task Every_operation_is_one_of_the_service_s_model() =>
        Assert.Empty(await ServiceModels.DifferencesAsync([.. QuickSightOperations.All, AnalysisRuns.DescribeClusters], [], []));

    [Fact]
    public async Task An_empty_account_gets_everything_from_the_group_to_the_analysis()
    {
        await using var database = await TestDatabase.CreateAsync();
        var account = new MigratedAccount(database.App());
        var analysis = MigratedAccount.Ours();

        var report = await account.ImportAsync(analysis);

        Assert.Equal(
            ["columns checked", "group created", "data source created", "data sets created", "previous version unchanged", "analysis created", "permissions unchanged"],
            MigratedAccount.Lines(report));
        var quickSight = account.QuickSight;
        Assert.Equal(["Admin", "AdminRole/boss"], quickSight.Members);
        Assert.Equal(MigratedAccount.Secret, (string?)quickSight.DataSource!["SecretArn"]);
        Assert.Equal(MigratedAccount.Connection, (string?)quickSight.DataSource["VpcConnectionProperties"]!["VpcConnectionArn"]);
        Assert.Equal(analysis.DataSets.Select(set => (string)set["dataSetId"]!).Order(StringComparer.Ordinal), quickSight.DataSets.Keys.Order(StringComparer.Ordinal));
        var live = (await database.RowsAsync("select name || ' ' || kind from dashboard.columns() where relation = 'view_accounts'")).ToHashSet(StringComparer.Ordinal);
        var table = quickSight.DataSets["orglens-view-accounts"]["PhysicalTableMap"]!["source"]!["RelationalTable"]!;
        Assert.Equal(live, table["InputColumns"]!.AsArray().Select(column => $"{column!["Name"]} {column["Type"]}").ToHashSet(StringComparer.Ordinal));
        var imported = quickSight.Analyses["orglens"];
        Assert.All(
            imported["definition"]!["dataSetIdentifierDeclarations"]!.AsArray(),
            declaration => Assert.Contains(((string)declaration!["dataSetArn"]!).Split('/')[1], quickSight.DataSets.Keys));
        Assert.StartsWith("arn:aws:quicksight:eu-west-1:123456789012:dataset/", (string)imported["definition"]!["dataSetIdentifierDeclarations"]![0]!["dataSetArn"]!, StringComparison.Ordinal);
        Assert.All(["orglens", "datasource/orglens", "orglens-view-accounts"], id => Assert.Equal(MigratedAccount.Group, Assert.Single(quickSight.Permissions[id]).Key));
        Assert.Empty(await quickSight.DifferencesAsync());
    }

    [Fact]
    public async Task Once_more_changes_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var account = new MigratedAccount(database.App());
        await account.ImportAsync(MigratedAccount.Ours());
        var before = account.State();

        var report = await account.ImportAsync(MigratedAccount.Ours());

        Assert.True(report.IsComplete);
        Assert.Empty(account.QuickSight.Changes);
        Assert.Equal(before, account.State());
        Assert.Empty(account.Shelf.Names);
    }

    [Theory]
    [InlineData("CreateGroup", "group")]
    [InlineData("ListUsers", "group")]
    [InlineData("CreateDataSource", "data source")]
    [InlineData("DescribeDataSource", "data source")]
    [InlineData("CreateDataSet", "data sets")]
    [InlineData("StartAssetBundleImportJob", "analysis")]
    [InlineData("DescribeAssetBundleImportJob", "analysis")]
    [InlineData("TagResource", "analysis")]
    public async Task A_run_after_one_that_failed_half_way_ends_where_a_fresh_one_does(string operation, string step)
    {
        await using var database = await TestDatabase.CreateAsync();
        var fresh = new MigratedAccount(database.App());
        await fresh.ImportAsync(MigratedAccount.Ours());
        var account = new MigratedAccount(database.App());
        account.QuickSight.Fault = (operation, AwsErrorKind.DeniedByPolicy, "AccessDeniedException");

        var failed = await account.ImportAsync(MigratedAccount.Ours());
        Assert.Equal(new AnalysisStep(step, "failed", $"quicksight:{operation} in {RegionOf(operation)}: AccessDeniedException: the role may not do it"), failed.Steps[^1]);
        var report = await account.ImportAsync(MigratedAccount.Ours());

        Assert.True(report.IsComplete, report.Steps[^1].ToString());
        Assert.Equal(fresh.State(), account.State());

        static string RegionOf(string operation) => operation is "CreateGroup" or "ListUsers" ? FakeQuickSight.IdentityRegion : FakeQuickSight.Region;
    }

    [Theory]
    [InlineData("CreateGroup")]
    [InlineData("CreateDataSource")]
    [InlineData("CreateDataSet")]
    [InlineData("StartAssetBundleImportJob")]
    public async Task An_answer_that_was_lost_is_no_failure(string operation)
    {
        await using var database = await TestDatabase.CreateAsync();
        var account = new MigratedAccount(database.App()) { QuickSight = { Lost = operation } };

        Assert.True((await account.ImportAsync(MigratedAccount.Ours())).IsComplete);
        Assert.Equal(MigratedAccount.Ours().DataSets.Count, account.QuickSight.DataSets.Count);
        Assert.Contains("orglens", account.QuickSight.Analyses.Keys);
    }

    [Fact]
    public async Task An_import_that_QuickSight_undoes_says_why_and_leaves_the_version_before()
    {
        await using var database = await TestDatabase.CreateAsync();
        var account = new MigratedAccount(database.App());
        await account.ImportAsync(MigratedAccount.Ours());
        var before = account.State();
        account.QuickSight.ImportErrors = new JsonArray(new JsonObject { ["Arn"] = "arn:x", ["Type"] = "InvalidParameterValueException", ["Message"] = "The sheet is too long." });

        var report = await account.ImportAsync(MigratedAccount.Next());

        Assert.Equal("failed", report.Steps[^1].Outcome);
        Assert.EndsWith("ended as FAILED_ROLLBACK_COMPLETED: arn:x InvalidParameterValueException The sheet is too long.", report.Steps[^1].Detail, StringComparison.Ordinal);
        Assert.Equal(before, account.State());
        Assert.True((await account.ImportAsync(MigratedAccount.Next())).IsComplete);
        Assert.Single(account.Shelf.Names);
    }

    [Fact]
    public async Task A_data_source_that_cannot_connect_is_named_with_QuickSight_s_reason_and_tried_again()
    {
        await using var database = await TestDatabase.CreateAsync();
        var account = new MigratedAccount(database.App()) { QuickSight = { DataSourceStatus = "FAILED" } };

        var report = await account.ImportAsync(MigratedAccount.Ours());

        Assert.Equal("data source failed", MigratedAccount.Lines(report).Last());
        Assert.StartsWith("QuickSight can't connect with the data source orglens: TIMEOUT.", report.Steps[^1].Detail, StringComparison.Ordinal);
        account.QuickSight.DataSourceStatus = "SUCCESSFUL";
        Assert.Contains("data source updated", MigratedAccount.Lines(await account.ImportAsync(MigratedAccount.Ours())));
    }

    [Fact]
    public async Task What_people_added_stays_when_a_new_version_comes()
    {
        await using var database = await TestDatabase.CreateAsync();
        var account = new MigratedAccount(database.App());
        await account.ImportAsync(MigratedAccount.Ours());
        var dataSet = account.QuickSight.DataSets["orglens-view-accounts"];
        var calculated = new JsonObject { ["CreateColumnsOperation"] = new JsonObject { ["Columns"] = new JsonArray(new JsonObject { ["ColumnName"] = "mine", ["ColumnId"] = "mine", ["Expression"] = "1" }) } };
        dataSet["LogicalTableMap"]!["source"]!["DataTransforms"] = new JsonArray(calculated);
        dataSet["Name"] = "Accounts of ours";
        account.QuickSight.Permissions["orglens"]["arn:aws:quicksight:us-east-1:123456789012:user/default/friend"] = new JsonArray("quicksight:DescribeAnalysis");
        account.QuickSight.Permissions["orglens-view-accounts"][MigratedAccount.Group].Add("quicksight:UpdateDataSet");
        await database.ExecuteAsync("create or replace view view_accounts as select *, 1 as added from (select * from view_accounts) v".Replace("(select * from view_accounts)", "(" + await DefinitionAsync(database) + ")", StringComparison.Ordinal));

        var report = await account.ImportAsync(MigratedAccount.Next());

        Assert.Equal(
            ["columns checked", "group unchanged", "data source unchanged", "data sets updated", "previous version kept", "analysis updated", "permissions unchanged"],
            MigratedAccount.Lines(report));
        dataSet = account.QuickSight.DataSets["orglens-view-accounts"];
        Assert.Contains(dataSet["PhysicalTableMap"]!["source"]!["RelationalTable"]!["InputColumns"]!.AsArray(), column => (string)column!["Name"]! == "added");
        Assert.Equal(calculated.ToJsonString(), dataSet["LogicalTableMap"]!["source"]!["DataTransforms"]![0]!.ToJsonString());
        Assert.Equal("Accounts of ours", (string?)dataSet["Name"]);
        Assert.Equal(2, account.QuickSight.Permissions["orglens"].Count);
        Assert.Contains("quicksight:UpdateDataSet", account.QuickSight.Permissions["orglens-view-accounts"][MigratedAccount.Group].Select(action => (string)action!));
        Assert.Equal("Another overview", (string?)account.QuickSight.Analyses["orglens"]["definition"]!["sheets"]![0]!["name"]);
        Assert.Empty(await account.QuickSight.DifferencesAsync());
    }

    [Fact]
    public async Task A_data_set_that_reads_something_else_by_now_is_left_alone_and_named()
    {
        await using var database = await TestDatabase.CreateAsync();
        var account = new MigratedAccount(database.App());
        await account.ImportAsync(MigratedAccount.Ours());
        account.QuickSight.DataSets["orglens-view-accounts"]["PhysicalTableMap"]!["source"]!["RelationalTable"]!["Name"] = "mine";

        var report = await account.ImportAsync(MigratedAccount.Next());

        Assert.Equal("data sets failed", MigratedAccount.Lines(report).Last());
        Assert.Contains("orglens-view-accounts does not read the view view_accounts any more", report.Steps[^1].Detail, StringComparison.Ordinal);
        Assert.Equal("mine", (string?)account.QuickSight.DataSets["orglens-view-accounts"]["PhysicalTableMap"]!["source"]!["RelationalTable"]!["Name"]);
    }

    private static async Task<string> DefinitionAsync(TestDatabase database) => (await database.RowAsync("select pg_get_viewdef('view_accounts'::regclass)")).TrimEnd(';', ' ', '\n');
}
