using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Api.Protocols;

namespace OrgLens.Local.Simulation.Services.SystemsManager;

/// <summary>AWS Systems Manager: managed nodes, what is installed on them and what is not. Parameters stay with the emulator.</summary>
internal static class SystemsManagerApi
{
    public static ApiService Service { get; } = new("ssm", ApiProtocol.Json11,
    [
        ApiOperation.Paged(
            "DescribeInstanceInformation", ["InstanceInformationFilterList", "Filters", "MaxResults", "NextToken"],
            new ApiPaging("InstanceInformationList") { Minimum = 5, Maximum = 50, Usual = 10 }, Nodes.Information),
        ApiOperation.Paged(
            "ListInventoryEntries", ["InstanceId", "TypeName", "Filters", "NextToken", "MaxResults"],
            new ApiPaging("Entries") { Maximum = 50 }, Inventory.Entries, Inventory.Header),
        ApiOperation.Paged(
            "GetInventory", ["Filters", "Aggregators", "ResultAttributes", "NextToken", "MaxResults"],
            new ApiPaging("Entities") { Maximum = 50 }, Inventory.Entities),
        ApiOperation.Paged("DescribeInstancePatches", ["InstanceId", "Filters", "NextToken", "MaxResults"], Ten("Patches"), Patches.OfNode),
        ApiOperation.Paged("DescribeInstancePatchStates", ["InstanceIds", "NextToken", "MaxResults"], Ten("InstancePatchStates"), Patches.States),
    ])
    {
        TargetPrefix = "AmazonSSM",
        BadToken = "InvalidNextToken",
    };

    private static ApiPaging Ten(string items) => new(items) { Minimum = 10, Maximum = 100 };
}
