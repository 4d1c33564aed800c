namespace OrgLens.Local.Simulation.Documents;

/// <summary>Writes one document, section by section in the order of the reference.</summary>
internal static class SnapshotWriter
{
    /// <summary>Returns how many rows the document has.</summary>
    public static long Write(SnapshotScope scope, Stream output)
    {
        var json = new PythonJsonWriter(output, scope.Plan.Minified);
        json.StartObject();
        AccountSection.Write(json, scope);
        ConfigSection.Write(json, scope);
        CostSections.WriteServices(json, scope);
        CostSections.WriteReport(json, scope);
        SecuritySection.Write(json, scope);
        InventorySection.Write(json, scope);
        json.EmptyArray("marketplace");
        AdviceSections.WriteChecks(json, scope);
        AdviceSections.WriteHealth(json, scope);
        json.EmptyArray("application");
        AdviceSections.WriteResilience(json, scope);
        ResourceSection.Write(json, scope);
        SavingsSections.WriteRecommendations(json, scope);
        SavingsSections.WriteCommitments(json, scope);
        json.EmptyArray("config_inventory");
        json.EmptyArray("support_tickets");
        LogSection.Write(json, scope);
        json.EndObject();
        json.Flush();
        return json.Rows;
    }
}
