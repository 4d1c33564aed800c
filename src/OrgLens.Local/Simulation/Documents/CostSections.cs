using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Documents;

/// <summary>The sections <c>service</c> and <c>cost</c>, the same in every Region's document of an account.</summary>
internal static class CostSections
{
    public static void WriteServices(PythonJsonWriter json, SnapshotScope scope)
    {
        json.StartArray("service");
        if (!scope.Fails(Outage.Costs))
        {
            foreach (var (service, cost) in Spending(scope).ByService(scope.Window))
            {
                json.StartRow();
                json.Field("service", service);
                json.Field("usage_types", "Aggregated");
                scope.WriteWindow(json);
                json.Field("cost", cost);
                json.Field("currency", "USD");
                json.Null("utilization");
                json.Null("utilization_unit");
                json.EndObject();
            }
        }

        json.EndArray();
    }

    public static void WriteReport(PythonJsonWriter json, SnapshotScope scope)
    {
        if (scope.Fails(Outage.CostReport))
        {
            json.EmptyArray("cost");
            return;
        }

        var spending = Spending(scope);
        var current = spending.Total(scope.Window);
        var previous = spending.Total(scope.Window.AddDays(-1));
        json.Name("cost");
        json.StartRow();
        json.Field("account_id", scope.Account.Id);
        json.Field("current_period_cost", current);
        json.Field("previous_period_cost", previous);
        json.Field("cost_difference", current - previous);
        json.Field("cost_difference_percentage", previous > 0 ? (current - previous) / previous * 100 : 0.0);
        json.StartArray("top_services");
        foreach (var (service, cost) in spending.ByService(scope.Window).Take(5))
        {
            json.StartRow();
            json.Field("service", service);
            json.Field("cost", cost);
            json.EndObject();
        }

        json.EndArray();
        WritePeriod(json, scope.Window, scope.Date, "DAILY");
        WriteForecast(json, scope, current);
        json.EndObject();
    }

    private static Spending Spending(SnapshotScope scope) => new(scope.Plan, scope.Account);

    private static void WritePeriod(PythonJsonWriter json, DateOnly start, DateOnly end, string? granularity)
    {
        json.Name("period");
        json.StartObject();
        json.Field("start", start);
        json.Field("end", end);
        if (granularity is not null)
        {
            json.Field("granularity", granularity);
        }

        json.EndObject();
    }

    /// <summary>By month from the document's date on, 30 days or a little more in all.</summary>
    private static void WriteForecast(PythonJsonWriter json, SnapshotScope scope, double daily)
    {
        json.StartArray("forecast");
        var end = scope.Date.AddDays(30);
        for (var start = scope.Date; start < end && !scope.Fails(Outage.Forecast);)
        {
            var month = new DateOnly(start.Year, start.Month, 1).AddMonths(1);
            var stop = month < end ? month : end;
            json.StartRow();
            WritePeriod(json, start, stop, granularity: null);
            json.Field("amount", daily * (stop.DayNumber - start.DayNumber));
            json.EndObject();
            start = stop;
        }

        json.EndArray();
    }
}
