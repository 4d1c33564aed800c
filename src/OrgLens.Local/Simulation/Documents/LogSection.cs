namespace OrgLens.Local.Simulation.Documents;

internal static class LogSection
{
    private static readonly string[] Statuses =
    [
        "account_status", "config_status", "service_status", "cost_status", "security_status", "inventory_status", "marketplace_status", "trusted_advisor_status",
        "health_status", "application_status", "resilience_hub_status", "compute_optimizer_status", "ri_sp_savings_status", "service_resources_status",
        "config_inventory_status", "support_tickets_status",
    ];

    public static void Write(PythonJsonWriter json, SnapshotScope scope)
    {
        json.Name("logs");
        json.StartObject();
        foreach (var status in Statuses)
        {
            json.Field(status, scope.Outages.Any(outage => outage.Status == status) ? "Fail" : "Pass");
        }

        json.StartArray("message");
        foreach (var outage in scope.Outages)
        {
            json.StartRow();
            json.Field(outage.Topic, outage.Describe(scope.Account));
            json.EndObject();
        }

        json.EndArray();
        json.EndObject();
    }
}
