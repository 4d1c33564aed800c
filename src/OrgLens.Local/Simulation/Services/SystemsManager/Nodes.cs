using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services.SystemsManager;

/// <summary>Managed nodes: instances that run, and machines outside EC2.</summary>
internal static class Nodes
{
    public static IEnumerable<JsonNode?> Information(ApiCall call) => All(call).Where(found => Holds(call, found.Node)).Select(found => Describe(found.Estate, found.Node));

    public static IEnumerable<(RegionEstate Estate, ManagedNode Node)> All(ApiCall call) =>
        call.Estate is { } estate ? estate.Nodes.Registered(call.Yesterday).Select(node => (estate, node)) : [];

    /// <summary>The node with an id.</summary>
    /// <exception cref="ApiException">It is not managed.</exception>
    public static (RegionEstate Estate, ManagedNode Node) Find(ApiCall call, string id)
    {
        foreach (var found in All(call).Where(found => found.Node.Instance.Id == id))
        {
            return found;
        }

        throw new ApiException("InvalidInstanceId", $"Instance id {id} doesn't exist in your account");
    }

    private static JsonObject Describe(RegionEstate estate, ManagedNode node) => new()
    {
        ["InstanceId"] = node.Instance.Id,
        ["PingStatus"] = node.IsOnline ? "Online" : "ConnectionLost",
        ["LastPingDateTime"] = Wire.Epoch(node.PingedAt),
        ["AgentVersion"] = node.AgentVersion,
        ["IsLatestVersion"] = node.IsUpToDate,
        ["PlatformType"] = node.PlatformType,
        ["PlatformName"] = node.PlatformName,
        ["PlatformVersion"] = node.PlatformVersion,
        ["ActivationId"] = node.IsHybrid ? estate.Stream.Child("activation").Uuid() : null,
        ["IamRole"] = node.IsHybrid ? "SSMServiceRole" : null,
        ["RegistrationDate"] = node.IsHybrid ? Wire.Epoch(estate.Census.Origin.AddDays(-60).Midnight()) : null,
        ["ResourceType"] = node.IsHybrid ? "ManagedInstance" : "EC2Instance",
        ["Name"] = node.IsHybrid ? node.Instance.Name : null,
        ["IPAddress"] = node.Address,
        ["ComputerName"] = node.ComputerName(estate.Region),
        ["AssociationStatus"] = node.AssociationStatus,
        ["LastAssociationExecutionDate"] = Wire.Epoch(node.AssociatedAt),
        ["LastSuccessfulAssociationExecutionDate"] = Wire.Epoch(node.SucceededAt),
        ["SourceId"] = node.Instance.Id,
        ["SourceType"] = node.IsHybrid ? "AWS::SSM::ManagedInstance" : "AWS::EC2::Instance",
    };

    private static bool Holds(ApiCall call, ManagedNode node)
    {
        var filters = call.Input.Children("Filters").Select(filter => (Key: filter.Text("Key"), Values: filter.Texts("Values")))
            .Concat(call.Input.Children("InstanceInformationFilterList").Select(filter => (Key: filter.Text("key"), Values: filter.Texts("valueSet"))));
        return filters.All(filter => filter.Values.Contains(filter.Key switch
        {
            "InstanceIds" => node.Instance.Id,
            "PingStatus" => node.IsOnline ? "Online" : "ConnectionLost",
            "PlatformTypes" => node.PlatformType,
            "ResourceType" => node.IsHybrid ? "ManagedInstance" : "EC2Instance",
            "AgentVersion" => node.AgentVersion,
            "AssociationStatus" => node.AssociationStatus,
            _ => throw new ApiException("InvalidFilterKey", $"The filter key {filter.Key} is not valid."),
        }));
    }
}
