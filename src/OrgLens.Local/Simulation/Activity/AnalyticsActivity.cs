using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Activity;

/// <summary>What people do in QuickSight: all but the idle ones look at dashboards, authors work on analyses.</summary>
internal static class AnalyticsActivity
{
    public static IEnumerable<TrailCall> On(RegionEstate estate, DateOnly day)
    {
        if (!estate.Analytics.IsSubscribed)
        {
            return [];
        }

        var dashboards = estate.Analytics.Dashboards.ToList();
        var stream = estate.Stream.Child("analytics").Child(day.DayNumber);
        return estate.Analytics.Users.Where(user => !user.IsIdle).SelectMany(user =>
        {
            var draw = stream.Child(user.Name);
            return Enumerable.Range(0, draw.Int(0, day.IsWeekend() ? 2 : 5)).SelectMany(visit => Visit(estate, dashboards, user, day, draw.Child(visit)));
        });
    }

    private static IEnumerable<TrailCall> Visit(RegionEstate estate, List<BiDashboard> dashboards, BiUser user, DateOnly day, SeededStream draw)
    {
        // Some dashboards are liked more than others.
        var dashboard = dashboards[Math.Min(draw.Int(0, dashboards.Count), draw.Int(0, dashboards.Count))];
        var at = day.Midnight().AddHours(7).AddSeconds(draw.Int(0, 36_000));
        var (dashboardArn, analysisArn) = (estate.Arn("quicksight", "dashboard/" + dashboard.Id), estate.Arn("quicksight", "analysis/" + dashboard.AnalysisId));
        yield return Event(at, "GetDashboard", user, isReadOnly: true,
            new JsonObject { ["dashboardId"] = dashboardArn },
            new JsonObject { ["dashboardDetails"] = new JsonObject { ["dashboardName"] = dashboard.Name, ["dashboardId"] = dashboardArn } });
        foreach (var set in dashboard.DataSetIds)
        {
            yield return Event(at.AddSeconds(3), "QueryDatabase", user, isReadOnly: false,
                new JsonObject
                {
                    ["dataSourceId"] = estate.Arn("quicksight", "datasource/" + estate.Stream.Child("data-source").Uuid()),
                    ["queryId"] = draw.Child(set).Uuid(),
                    ["resourceId"] = dashboardArn,
                    ["dataSetId"] = estate.Arn("quicksight", "dataset/" + set),
                    ["dataSetMode"] = "DIRECT_QUERY",
                    ["databaseType"] = "AURORA_POSTGRESQL",
                },
                null);
        }

        if (user.IsAuthor && draw.Chance(0.3))
        {
            yield return Event(at.AddMinutes(5), "GetAnalysis", user, isReadOnly: true,
                new JsonObject { ["analysisId"] = analysisArn },
                new JsonObject { ["analysisDetails"] = new JsonObject { ["analysisName"] = dashboard.Name, ["analysisId"] = analysisArn } });
            yield return Event(at.AddMinutes(9), "UpdateAnalysis", user, isReadOnly: false,
                new JsonArray(
                    new JsonObject { ["key"] = "addSheet", ["value"] = new JsonObject { ["sheetName"] = "Sheet 2" } },
                    new JsonObject { ["key"] = "analysisId", ["value"] = analysisArn }),
                null);
            if (draw.Chance(0.4))
            {
                yield return Event(at.AddMinutes(12), "UpdateDashboard", user, isReadOnly: false,
                    new JsonObject { ["dashboardId"] = dashboardArn, ["analysisId"] = analysisArn },
                    new JsonObject { ["dashboardDetails"] = new JsonObject { ["dashboardName"] = dashboard.Name, ["dashboardId"] = dashboardArn } });
            }
        }
    }

    private static TrailCall Event(DateTimeOffset at, string name, BiUser user, bool isReadOnly, JsonNode request, JsonObject? response) =>
        new(at, "quicksight", name, TrailCaller.Reader(user.Name))
        {
            IsReadOnly = isReadOnly,
            Details = new JsonObject { ["eventRequestDetails"] = request, ["eventResponseDetails"] = response },
        };
}
