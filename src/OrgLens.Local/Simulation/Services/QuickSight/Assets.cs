using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services.QuickSight;

/// <summary>Dashboards, the analyses that they were published from, and data sets.</summary>
internal static class Assets
{
    public static IEnumerable<JsonNode?> Dashboards(ApiCall call)
    {
        var estate = QuickSightApi.Subscribed(call);
        return estate.Analytics.Dashboards.Select(dashboard => new JsonObject
        {
            ["Arn"] = estate.Arn("quicksight", "dashboard/" + dashboard.Id),
            ["DashboardId"] = dashboard.Id,
            ["Name"] = dashboard.Name,
            ["CreatedTime"] = Wire.Epoch(dashboard.CreatedAt),
            ["LastUpdatedTime"] = Wire.Epoch(dashboard.PublishedAt),
            ["PublishedVersionNumber"] = dashboard.Version,
            ["LastPublishedTime"] = Wire.Epoch(dashboard.PublishedAt),
        });
    }

    public static JsonObject Dashboard(ApiCall call)
    {
        var (estate, id) = (QuickSightApi.Subscribed(call), call.Required("DashboardId"));
        var dashboard = estate.Analytics.Dashboards.FirstOrDefault(dashboard => dashboard.Id == id) ?? throw NotFound("Dashboard", id);
        var arn = estate.Arn("quicksight", "dashboard/" + id);
        var answer = QuickSightApi.Request(call);
        answer["Dashboard"] = new JsonObject
        {
            ["DashboardId"] = id,
            ["Arn"] = arn,
            ["Name"] = dashboard.Name,
            ["Version"] = new JsonObject
            {
                ["CreatedTime"] = Wire.Epoch(dashboard.PublishedAt),
                ["VersionNumber"] = dashboard.Version,
                ["Status"] = "CREATION_SUCCESSFUL",
                ["Arn"] = $"{arn}/version/{dashboard.Version}",
                ["SourceEntityArn"] = estate.Arn("quicksight", "analysis/" + dashboard.AnalysisId),
                ["DataSetArns"] = Wire.Texts(dashboard.DataSetIds.Select(set => estate.Arn("quicksight", "dataset/" + set))),
            },
            ["CreatedTime"] = Wire.Epoch(dashboard.CreatedAt),
            ["LastPublishedTime"] = Wire.Epoch(dashboard.PublishedAt),
            ["LastUpdatedTime"] = Wire.Epoch(dashboard.PublishedAt),
        };
        return answer;
    }

    public static IEnumerable<JsonNode?> Analyses(ApiCall call)
    {
        var estate = QuickSightApi.Subscribed(call);
        return estate.Analytics.Analyses.Select(analysis => Summary(estate, analysis));
    }

    public static JsonObject Analysis(ApiCall call)
    {
        var (estate, id) = (QuickSightApi.Subscribed(call), call.Required("AnalysisId"));
        var analysis = estate.Analytics.Analyses.FirstOrDefault(analysis => analysis.Id == id) ?? throw NotFound("Analysis", id);
        var details = Summary(estate, analysis);
        details["DataSetArns"] = Wire.Texts(analysis.DataSetIds.Select(set => estate.Arn("quicksight", "dataset/" + set)));
        details["Sheets"] = Wire.List([new JsonObject { ["SheetId"] = estate.Stream.Child("sheet").Child(id).Uuid(), ["Name"] = "Sheet 1" }]);
        var answer = QuickSightApi.Request(call);
        answer["Analysis"] = details;
        return answer;
    }

    public static IEnumerable<JsonNode?> DataSets(ApiCall call)
    {
        var estate = QuickSightApi.Subscribed(call);
        return estate.Analytics.DataSets.Select(set => Summary(estate, set));
    }

    public static JsonObject DataSet(ApiCall call)
    {
        var (estate, set) = Find(call);
        if (set.IsUpload)
        {
            throw call.BadInput("The data set type is not supported through API yet");
        }

        var details = Summary(estate, set);
        details.Remove("RowLevelPermissionTagConfigurationApplied");
        details.Remove("ColumnLevelPermissionRulesApplied");
        details["ConsumedSpiceCapacityInBytes"] = set.SpiceBytes;
        details["OutputColumns"] = Wire.List([new JsonObject { ["Name"] = "day", ["Type"] = "DATETIME" }, new JsonObject { ["Name"] = "value", ["Type"] = "DECIMAL" }]);
        var answer = QuickSightApi.Request(call);
        answer["DataSet"] = details;
        return answer;
    }

    public static IEnumerable<JsonNode?> Ingestions(ApiCall call)
    {
        var (estate, set) = Find(call);
        return !set.IsInSpice ? [] : Enumerable.Range(1, 14).Select(age => (Day: call.Today.AddDays(-age), Draw: estate.Stream.Child("ingestion").Child(set.Id).Child(call.Today.DayNumber - age))).Select(run => new JsonObject
        {
            ["Arn"] = estate.Arn("quicksight", $"dataset/{set.Id}/ingestion/{run.Draw.Child("id").Uuid()}"),
            ["IngestionId"] = run.Draw.Child("id").Uuid(),
            ["IngestionStatus"] = run.Draw.Child("status").Chance(0.05) ? "FAILED" : "COMPLETED",
            ["CreatedTime"] = Wire.Epoch(run.Day.Midnight().AddHours(5)),
            ["IngestionTimeInSeconds"] = run.Draw.Child("time").Int(4, 200),
            ["IngestionSizeInBytes"] = set.SpiceBytes,
            ["RequestSource"] = "SCHEDULED",
            ["RequestType"] = "FULL_REFRESH",
        });
    }

    private static JsonObject Summary(RegionEstate estate, BiDataSet set) => new()
    {
        ["Arn"] = estate.Arn("quicksight", "dataset/" + set.Id),
        ["DataSetId"] = set.Id,
        ["Name"] = set.Name,
        ["CreatedTime"] = Wire.Epoch(set.CreatedAt),
        ["LastUpdatedTime"] = Wire.Epoch(set.UpdatedAt),
        ["ImportMode"] = set.IsInSpice ? "SPICE" : "DIRECT_QUERY",
        ["RowLevelPermissionTagConfigurationApplied"] = false,
        ["ColumnLevelPermissionRulesApplied"] = false,
    };

    private static JsonObject Summary(RegionEstate estate, BiAnalysis analysis) => new()
    {
        ["Arn"] = estate.Arn("quicksight", "analysis/" + analysis.Id),
        ["AnalysisId"] = analysis.Id,
        ["Name"] = analysis.Name,
        ["Status"] = analysis.CreatedAt == analysis.UpdatedAt ? "CREATION_SUCCESSFUL" : "UPDATE_SUCCESSFUL",
        ["CreatedTime"] = Wire.Epoch(analysis.CreatedAt),
        ["LastUpdatedTime"] = Wire.Epoch(analysis.UpdatedAt),
    };

    private static (RegionEstate Estate, BiDataSet Set) Find(ApiCall call)
    {
        var (estate, id) = (QuickSightApi.Subscribed(call), call.Required("DataSetId"));
        return (estate, estate.Analytics.DataSets.FirstOrDefault(set => set.Id == id) ?? throw NotFound("DataSet", id));
    }

    private static ApiException NotFound(string kind, string id) => new("ResourceNotFoundException", $"{kind} {id} is not found");
}
