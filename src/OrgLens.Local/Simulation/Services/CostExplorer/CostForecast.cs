using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services.CostExplorer;

/// <summary><c>GetCostForecast</c>: every day will cost what yesterday did.</summary>
internal static class CostForecast
{
    public static JsonObject Answer(ApiCall call)
    {
        if (call.Required("Metric") is not ("UNBLENDED_COST" or "BLENDED_COST" or "AMORTIZED_COST" or "NET_UNBLENDED_COST" or "NET_AMORTIZED_COST"))
        {
            throw call.BadInput("Only costs can be forecast here");
        }

        var whole = CostPeriods.Whole(call);
        if (whole.From < call.Today)
        {
            throw call.BadInput("Start Date should not be in the past");
        }

        var daily = new Spending(call.World.Plan, call.Account).Total(call.Yesterday);
        var margin = call.Input.Integer("PredictionIntervalLevel") is { } level ? level / 400.0 : (double?)null;
        return new JsonObject
        {
            ["Total"] = new JsonObject { ["Amount"] = Wire.Number(daily * whole.Length), ["Unit"] = "USD" },
            ["ForecastResultsByTime"] = Wire.List(CostPeriods.Cut(call).Select(period =>
            {
                var mean = daily * period.Length;
                return new JsonObject
                {
                    ["TimePeriod"] = period.Json,
                    ["MeanValue"] = Wire.Number(mean),
                    ["PredictionIntervalLowerBound"] = margin is { } below ? Wire.Number(mean * (1 - below)) : null,
                    ["PredictionIntervalUpperBound"] = margin is { } above ? Wire.Number(mean * (1 + above)) : null,
                };
            })),
        };
    }
}
