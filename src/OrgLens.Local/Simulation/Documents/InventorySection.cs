using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Documents;

internal static class InventorySection
{
    private static readonly string[] NeverCollected = ["services", "users", "processes", "network_ports", "certificates"];

    public static void Write(PythonJsonWriter json, SnapshotScope scope)
    {
        if (scope.Fails(Outage.Inventory) || scope.Fails(Outage.InventoryThrottled))
        {
            json.EmptyArray("inventory");
            return;
        }

        json.Name("inventory");
        json.StartObject();
        WriteNodes(json, scope);
        WriteApplications(json, scope);
        WritePatches(json, scope);
        foreach (var name in NeverCollected)
        {
            json.EmptyArray(name);
        }

        json.EndObject();
    }

    private static void WriteNodes(PythonJsonWriter json, SnapshotScope scope)
    {
        json.StartArray("instances");
        foreach (var node in scope.Estate.Nodes.All(scope.Window))
        {
            json.StartRow();
            json.Field("instance_id", node.Instance.Id);
            json.Field("platform", node.PlatformName);
            json.Field("platform_type", node.PlatformType);
            json.Field("platform_version", node.PlatformVersion);
            json.Field("agent_version", node.AgentVersion);
            json.Field("is_latest_version", node.IsUpToDate);
            json.Field("last_ping", node.PingedAt);
            json.Field("computer_name", node.ComputerName(scope.Estate.Region));
            json.Field("instance_type", "EC2Instance");
            json.Field("ip_address", node.Address);
            json.Field("ping_status", node.IsOnline ? "Online" : "ConnectionLost");
            json.Field("last_ping_date_time", node.PingedAt);
            json.Field("association_status", node.AssociationStatus);
            json.Field("association_execution_date", node.AssociatedAt);
            json.Field("association_success_date", node.SucceededAt);
            json.EndObject();
        }

        json.EndArray();
    }

    private static void WriteApplications(PythonJsonWriter json, SnapshotScope scope)
    {
        json.StartArray("applications");
        foreach (var application in scope.Estate.Nodes.Applications(scope.Window))
        {
            json.StartRow();
            json.Field("instance_id", application.NodeId);
            json.Field("name", application.Name);
            json.Field("version", application.Version);
            json.Field("publisher", application.Publisher);
            json.Field("architecture", "x86_64");
            json.Field("application_type", application.Type);
            json.Field("install_time", application.InstalledAt);
            json.EndObject();
        }

        json.EndArray();
    }

    private static void WritePatches(PythonJsonWriter json, SnapshotScope scope)
    {
        json.StartArray("patches");
        foreach (var patch in scope.Estate.Nodes.Patches(scope.Window))
        {
            json.StartRow();
            json.Field("instance_id", patch.NodeId);
            json.Field("title", patch.Title);
            json.Field("classification", patch.Classification);
            json.Field("severity", patch.Severity);
            json.Field("state", "INSTALLED");
            json.Field("installed_time", patch.InstalledAt);
            json.EndObject();
        }

        json.EndArray();
    }
}
