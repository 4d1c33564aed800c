using System.Text.Json;
using OrgLens.Database;
using OrgLens.Receiver;

namespace OrgLens.Tests.Database.Questions;

/// <summary>What the home page of the command line and the alarms are told.</summary>
public sealed class PipelineTests(PlantedDatabase planted) : IClassFixture<PlantedDatabase>
{
    [Fact]
    public async Task Status_counts_who_reports_what_is_stale_and_what_runs_cost()
    {
        var rows = await planted.Database.ReaderRowsAsync(SqlFiles.Read("calls/status"));
        Assert.Contains("accounts|attention|1 of 2 report|444455556666-silent: silent", rows);
        Assert.Contains("collectors|attention|2 stale|security.cloudtrail in 1; security.inspector in 1", rows);
        Assert.Contains("rejected documents|fine|0 in the last 7 days|-", rows);
        Assert.Contains("spend of the runs|fine|4 paid requests in the last 7 days, USD 0.04|2 documents", rows);
    }

    [Fact]
    public async Task Alarms_are_told_in_one_line_of_metrics_without_dimensions()
    {
        using var output = new StringWriter();
        var state = await new PipelineWatch(planted.Database.App(), new EmbeddedMetrics(output, TimeProvider.System)).ReportAsync(CancellationToken.None);

        Assert.Equal((1, 2, 0, 0), (state.SilentAccounts, state.StaleCollectors, state.RejectedDocuments, state.RejectedRows));
        using var line = JsonDocument.Parse(output.ToString());
        var directive = line.RootElement.GetProperty("_aws").GetProperty("CloudWatchMetrics")[0];
        Assert.Equal("OrgLens", directive.GetProperty("Namespace").GetString());
        Assert.Equal("[[]]", directive.GetProperty("Dimensions").GetRawText());
        Assert.Equal(
            ["SilentAccounts", "StaleCollectors", "RejectedDocuments", "RejectedRows", "SnapshotAge"],
            directive.GetProperty("Metrics").EnumerateArray().Select(metric => metric.GetProperty("Name").GetString()));
        Assert.Equal(1, line.RootElement.GetProperty("SilentAccounts").GetInt32());
    }
}
