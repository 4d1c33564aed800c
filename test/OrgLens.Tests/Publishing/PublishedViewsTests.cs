using OrgLens.Dashboards;
using OrgLens.Database;
using OrgLens.Publishing;
using OrgLens.Tests.Cluster;
using OrgLens.Tests.Sender;

namespace OrgLens.Tests.Publishing;

/// <summary>What is published is what the dashboards read, in types that fit theirs.</summary>
public sealed class PublishedViewsTests
{
    [Fact]
    public void Every_data_set_of_the_dashboards_finds_its_view_in_Athena() => Assert.Empty(
        AnalysisJoiner.Join(DashboardFiles.Embedded()).DataSets.Select(dataSet => dataSet["name"]!.ToString()).Except(PublishedViews.All.Select(view => view.View)));

    [Fact]
    public async Task Every_column_has_a_type_that_is_what_QuickSight_is_told_of_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        var answer = await database.App().ExecuteAsync(SqlFiles.Read("calls/dashboard_columns"), [], CancellationToken.None);
        var told = answer.Records.ToDictionary(row => (row[0].StringValue, row[1].StringValue), row => row[2].StringValue);
        var reader = new ViewReader(database.App());

        foreach (var view in PublishedViews.All)
        {
            Assert.All(await reader.ColumnsAsync(view, CancellationToken.None), column =>
            {
                var kind = column.Form switch
                {
                    ColumnForm.SmallNumber or ColumnForm.WholeNumber => "INTEGER",
                    ColumnForm.Number or ColumnForm.Real => "DECIMAL",
                    ColumnForm.Day or ColumnForm.Instant => "DATETIME",
                    ColumnForm.Truth => "BOOLEAN",
                    _ => "STRING",
                };
                // QuickSight goes without them.
                Assert.True(kind == told[(view.View, column.Name)] || told[(view.View, column.Name)] is "JSON" or "uuid" or "interval", $"{view.View}.{column.Name}");
            });
        }
    }

    [Fact]
    public async Task Operations_are_declared_as_the_service_s_model_describes_them() =>
        Assert.Empty(await ServiceModels.DifferencesAsync(GlueOperations.All, [], []));

    [Fact]
    public async Task What_is_put_into_the_catalog_is_what_the_service_s_model_takes()
    {
        var table = new GlueTable(new PublishedView("view_accounts", "account_type", null), [new("account", ColumnForm.Text), new("account_type", ColumnForm.Text)], "20260115T070000Z");

        Assert.Empty(await ServiceModels.DifferencesAsync(
            [],
            [
                (GlueOperations.CreateTable, new() { ["DatabaseName"] = "orglens", ["TableInput"] = table.ToInput("s3://bucket/run/") }),
                (GlueOperations.BatchCreatePartition, new() { ["DatabaseName"] = "orglens", ["TableName"] = "view_accounts", ["PartitionInputList"] = new System.Text.Json.Nodes.JsonArray(table.ToPartition("TEST", "s3://bucket/run/account_type=TEST/")) }),
            ],
            []));
    }
}
