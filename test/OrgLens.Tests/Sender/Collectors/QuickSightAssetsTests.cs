using System.Text.Json.Nodes;
using OrgLens.Aws;
using OrgLens.Sender;
using OrgLens.Sender.Collectors.QuickSight;

namespace OrgLens.Tests.Sender.Collectors;

/// <summary>Dashboards, analyses and data sets: a list, and a description of each.</summary>
public sealed class QuickSightAssetsTests
{
    private const string Arn = "arn:aws:quicksight:eu-west-1:111122223333";

    private static readonly Asset[] s_assets =
    [
        new(QuickSightDashboards.Collector, "ListDashboards", "DashboardSummaryList", "DescribeDashboard", "DashboardId", "dashboard_id", "Dashboard"),
        new(QuickSightAnalyses.Collector, "ListAnalyses", "AnalysisSummaryList", "DescribeAnalysis", "AnalysisId", "analysis_id", "Analysis"),
        new(QuickSightDataSets.Collector, "ListDataSets", "DataSetSummaries", "DescribeDataSet", "DataSetId", "data_set_id", "DataSet"),
    ];

    public static TheoryData<int> Kinds => [0, 1, 2];

    [Fact]
    public async Task A_dashboard_leads_to_its_analysis_and_data_sets()
    {
        var calls = new CannedCalls()
            .Answer(
                "ListDashboards",
                $$"""
                {"DashboardSummaryList":[{"Arn":"{{Arn}}:dashboard/d1","DashboardId":"d1","Name":"Cost, by \"team\"","CreatedTime":1767780000,"LastUpdatedTime":1767866400,
                  "PublishedVersionNumber":3,"LastPublishedTime":1767866400.5}]}
                """)
            .Answer(
                "DescribeDashboard",
                $$$"""
                {"Dashboard":{"DashboardId":"d1","Version":{"VersionNumber":3,"Status":"CREATION_SUCCESSFUL","SourceEntityArn":"{{{Arn}}}:analysis/a1",
                  "DataSetArns":["{{{Arn}}}:dataset/s1","{{{Arn}}}:dataset/s2"]}},"RequestId":"r"}
                """);
        var collected = await Collected.RunAsync(QuickSightDashboards.Collector, calls);
        JsonAssert.Equal(
            $$"""
            [{"region":"eu-west-1","arn":"{{Arn}}:dashboard/d1","dashboard_id":"d1","name":"Cost, by \"team\"","published_version":3,"created_time":"2026-01-07T10:00:00+00:00",
              "last_updated_time":"2026-01-08T10:00:00+00:00","last_published_time":"2026-01-08T10:00:00.5+00:00","status":"CREATION_SUCCESSFUL",
              "source_arn":"{{Arn}}:analysis/a1","analysis_id":"a1","data_set_ids":["s1","s2"]}]
            """,
            collected.Rows("quicksight.dashboards"));
        Assert.Empty(await calls.DifferencesAsync());
    }

    [Fact]
    public async Task A_deleted_analysis_is_listed_and_not_described()
    {
        var calls = new CannedCalls()
            .Answer(
                "ListAnalyses",
                $$"""
                {"AnalysisSummaryList":[{"Arn":"{{Arn}}:analysis/a1","AnalysisId":"a1","Name":"n","Status":"UPDATE_SUCCESSFUL","CreatedTime":1767780000,"LastUpdatedTime":1767866400},
                  {"Arn":"{{Arn}}:analysis/a2","AnalysisId":"a2","Name":"m","Status":"DELETED","CreatedTime":1767780000,"LastUpdatedTime":1767866400}]}
                """)
            .Answer("DescribeAnalysis", $$$"""{"Analysis":{"AnalysisId":"a1","DataSetArns":["{{{Arn}}}:dataset/s1"]}}""");
        var collected = await Collected.RunAsync(QuickSightAnalyses.Collector, calls);
        JsonAssert.Equal(
            $$"""
            [{"region":"eu-west-1","arn":"{{Arn}}:analysis/a1","analysis_id":"a1","name":"n","status":"UPDATE_SUCCESSFUL","created_time":"2026-01-07T10:00:00+00:00",
              "last_updated_time":"2026-01-08T10:00:00+00:00","data_set_ids":["s1"]},
             {"region":"eu-west-1","arn":"{{Arn}}:analysis/a2","analysis_id":"a2","name":"m","status":"DELETED","created_time":"2026-01-07T10:00:00+00:00",
              "last_updated_time":"2026-01-08T10:00:00+00:00","data_set_ids":null}]
            """,
            collected.Rows("quicksight.analyses"));
        Assert.Equal((CoverageStatus.Complete, 2), (collected.Ended("quicksight.analyses").Status, collected.Ended("quicksight.analyses").Calls));
        Assert.Empty(await calls.DifferencesAsync());
    }

    [Fact]
    public async Task A_data_set_tells_its_capacity_and_what_it_is_made_of()
    {
        var calls = new CannedCalls()
            .Answer(
                "ListDataSets",
                $$"""
                {"DataSetSummaries":[{"Arn":"{{Arn}}:dataset/s1","DataSetId":"s1","Name":"cost","CreatedTime":1767780000,"LastUpdatedTime":1767866400,"ImportMode":"SPICE",
                  "RowLevelPermissionTagConfigurationApplied":false,"ColumnLevelPermissionRulesApplied":false}]}
                """)
            .Answer(
                "DescribeDataSet",
                $$$$"""
                {"DataSet":{"DataSetId":"s1","ConsumedSpiceCapacityInBytes":5000000000,
                  "PhysicalTableMap":{"t1":{"RelationalTable":{"DataSourceArn":"{{{{Arn}}}}:datasource/o1","Name":"v","InputColumns":[]}},
                    "t2":{"CustomSql":{"DataSourceArn":"{{{{Arn}}}}:datasource/o1","Name":"q","SqlQuery":"select 1"}}},
                  "LogicalTableMap":{"l1":{"Alias":"a","Source":{"PhysicalTableId":"t1"}},"l2":{"Alias":"b","Source":{"DataSetArn":"{{{{Arn}}}}:dataset/s0"}}},
                  "DataPrepConfiguration":{"SourceTableMap":{"x":{"DataSet":{"DataSetArn":"{{{{Arn}}}}:dataset/s9","InputColumns":[]}}},"TransformStepMap":{},"DestinationTableMap":{} } }}
                """);
        var collected = await Collected.RunAsync(QuickSightDataSets.Collector, calls);
        JsonAssert.Equal(
            $$"""
            [{"region":"eu-west-1","arn":"{{Arn}}:dataset/s1","data_set_id":"s1","name":"cost","import_mode":"SPICE","spice_bytes":5000000000,
              "created_time":"2026-01-07T10:00:00+00:00","last_updated_time":"2026-01-08T10:00:00+00:00","has_row_level_security":false,
              "data_source_ids":["o1"],"data_set_ids":["s0","s9"]}]
            """,
            collected.Rows("quicksight.data_sets"));
        Assert.DoesNotContain("select 1", collected.Document.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(await calls.DifferencesAsync());
    }

    [Fact]
    public async Task An_uploaded_file_can_not_be_described_and_stays()
    {
        var calls = Pages(s_assets[2]).Fail("DescribeDataSet", AwsErrorKind.Failed, "InvalidParameterValueException");
        var collected = await Collected.RunAsync(QuickSightDataSets.Collector, calls);
        Assert.Equal(2, collected.Rows("quicksight.data_sets").Count);
        Assert.All(collected.Rows("quicksight.data_sets"), row => Assert.Null(row!["spice_bytes"]));
        Assert.Equal(CoverageStatus.Complete, collected.Ended("quicksight.data_sets").Status);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task All_pages_are_read(int kind)
    {
        var asset = s_assets[kind];
        var collected = await Collected.RunAsync(asset.Collector, Pages(asset).Answer(asset.Describe, "{}"));
        Assert.Equal(["x1", "x2"], collected.Rows(asset.Collector.Name).Select(row => (string?)row![asset.Column]));
        Assert.Equal((CoverageStatus.Complete, 2, 4), (collected.Ended(asset.Collector.Name).Status, collected.Ended(asset.Collector.Name).Items, collected.Ended(asset.Collector.Name).Calls));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_failure_on_the_second_page_keeps_the_first(int kind)
    {
        var asset = s_assets[kind];
        var calls = new CannedCalls().Answer(asset.List, Page(asset, "x1", true), First).Fail(asset.List, AwsErrorKind.TimedOut, "Timeout", input => !First(input)).Answer(asset.Describe, "{}");
        var collected = await Collected.RunAsync(asset.Collector, calls);
        Assert.Single(collected.Rows(asset.Collector.Name));
        Assert.Equal(CoverageStatus.Failed, collected.Ended(asset.Collector.Name).Status);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_may_not_be_described_is_listed_and_the_coverage_says_so(int kind)
    {
        var asset = s_assets[kind];
        var collected = await Collected.RunAsync(asset.Collector, Pages(asset).Fail(asset.Describe, AwsErrorKind.DeniedByPolicy, "AccessDeniedException"));
        Assert.All(collected.Rows(asset.Collector.Name), row => Assert.Null(row!["data_set_ids"]));
        Assert.Equal((CoverageStatus.DeniedIam, 2), (collected.Ended(asset.Collector.Name).Status, collected.Ended(asset.Collector.Name).Items));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_was_deleted_since_it_was_listed_is_no_gap(int kind)
    {
        var asset = s_assets[kind];
        var collected = await Collected.RunAsync(asset.Collector, Pages(asset).Fail(asset.Describe, AwsErrorKind.NotFound, "ResourceNotFoundException"));
        Assert.Equal(CoverageStatus.Complete, collected.Ended(asset.Collector.Name).Status);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_account_without_a_subscription_is_no_gap(int kind)
    {
        var asset = s_assets[kind];
        var collected = await Collected.RunAsync(asset.Collector, new CannedCalls().Fail(asset.List, AwsErrorKind.DeniedByPolicy, "UnsupportedUserEditionException"));
        Assert.Equal(CoverageStatus.NotEnabled, collected.Ended(asset.Collector.Name).Status);
    }

    private static CannedCalls Pages(Asset asset) => new CannedCalls().Answer(asset.List, Page(asset, "x1", true), First).Answer(asset.List, Page(asset, "x2", false), input => !First(input));

    private static string Page(Asset asset, string id, bool more) =>
        $$$"""{"{{{asset.Items}}}":[{"{{{asset.Id}}}":"{{{id}}}","Name":"n"}]{{{(more ? ",\"NextToken\":\"t\"" : "")}}}}""";

    private static bool First(JsonObject input) => !input.ContainsKey("next-token");

    private sealed record Asset(Collector Collector, string List, string Items, string Describe, string Id, string Column, string Member);
}
