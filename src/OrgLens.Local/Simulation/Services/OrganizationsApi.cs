using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Api.Protocols;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services;

/// <summary>AWS Organizations: everybody may know of the organization, but only two accounts may look into it.</summary>
internal static class OrganizationsApi
{
    public static ApiService Service { get; } = new("organizations", ApiProtocol.Json11,
    [
        ApiOperation.Single("DescribeOrganization", [], Organization),
        ApiOperation.Paged("ListAccounts", ["NextToken", "MaxResults"], Pages("Accounts"), call => Tree(call).Accounts.Select(account => Describe(Tree(call), account))),
        ApiOperation.Single("DescribeAccount", ["AccountId"], Account),
        ApiOperation.Paged("ListRoots", ["NextToken", "MaxResults"], Pages("Roots"), call => [Root(Tree(call))]),
        ApiOperation.Paged("ListOrganizationalUnitsForParent", ["ParentId", "NextToken", "MaxResults"], Pages("OrganizationalUnits"), Units),
        ApiOperation.Single("DescribeOrganizationalUnit", ["OrganizationalUnitId"], UnitDetails),
        ApiOperation.Paged("ListAccountsForParent", ["ParentId", "NextToken", "MaxResults"], Pages("Accounts"), AccountsOf),
        ApiOperation.Paged("ListParents", ["ChildId", "NextToken", "MaxResults"], Pages("Parents"), Parents),
        ApiOperation.Paged("ListTagsForResource", ["ResourceId", "NextToken"], Pages("Tags") with { Limit = null }, Tags),
        ApiOperation.Paged("ListDelegatedAdministrators", ["ServicePrincipal", "NextToken", "MaxResults"], Pages("DelegatedAdministrators"), Delegates),
    ])
    {
        TargetPrefix = "AWSOrganizationsV20161128",
        BadInput = "InvalidInputException",
        ThrottledCode = "TooManyRequestsException",
        ServesHub = true,
    };

    private static ApiPaging Pages(string items) => new(items) { Maximum = 20 };

    private static JsonObject Organization(ApiCall call)
    {
        var tree = call.World.Tree;
        return new JsonObject
        {
            ["Organization"] = new JsonObject
            {
                ["Id"] = tree.Id,
                ["Arn"] = $"arn:aws:organizations::{tree.Management.Id}:organization/{tree.Id}",
                ["FeatureSet"] = "ALL",
                ["MasterAccountArn"] = tree.Arn(tree.Management),
                ["MasterAccountId"] = tree.Management.Id,
                ["MasterAccountEmail"] = Email(tree.Management),
                ["AvailablePolicyTypes"] = PolicyTypes(),
            },
        };
    }

    private static JsonObject Account(ApiCall call)
    {
        var (tree, id) = (Tree(call), call.Required("AccountId"));
        return new JsonObject
        {
            ["Account"] = tree.Accounts.Where(account => account.Id == id).Select(account => Describe(tree, account)).FirstOrDefault()
                ?? throw new ApiException("AccountNotFoundException", "You specified an account that doesn't exist."),
        };
    }

    private static IEnumerable<JsonNode?> Units(ApiCall call)
    {
        var (tree, parent) = (Tree(call), Parent(call));
        return tree.Units.Where(unit => unit.ParentId == parent).Select(unit => Describe(tree, unit));
    }

    private static JsonObject UnitDetails(ApiCall call)
    {
        var (tree, id) = (Tree(call), call.Required("OrganizationalUnitId"));
        return new JsonObject
        {
            ["OrganizationalUnit"] = tree.Units.Where(unit => unit.Id == id).Select(unit => Describe(tree, unit)).FirstOrDefault()
                ?? throw new ApiException("OrganizationalUnitNotFoundException", "You specified an organizational unit that doesn't exist."),
        };
    }

    private static IEnumerable<JsonNode?> AccountsOf(ApiCall call)
    {
        var (tree, parent) = (Tree(call), Parent(call));
        return tree.Accounts.Where(account => tree.UnitOf(account).Id == parent).Select(account => Describe(tree, account));
    }

    private static IEnumerable<JsonNode?> Parents(ApiCall call)
    {
        var (tree, child) = (Tree(call), call.Required("ChildId"));
        var parent = tree.Accounts.Where(account => account.Id == child).Select(account => tree.UnitOf(account).Id).FirstOrDefault()
            ?? tree.Units.FirstOrDefault(unit => unit.Id == child)?.ParentId
            ?? throw new ApiException("ChildNotFoundException", "You specified a child that doesn't exist.");
        return [new JsonObject { ["Id"] = parent, ["Type"] = parent == tree.RootId ? "ROOT" : "ORGANIZATIONAL_UNIT" }];
    }

    private static IEnumerable<JsonNode?> Tags(ApiCall call)
    {
        var (tree, id) = (Tree(call), call.Required("ResourceId"));
        var account = tree.Accounts.FirstOrDefault(account => account.Id == id);
        return account is null && id != tree.RootId && tree.Units.All(unit => unit.Id != id)
            ? throw new ApiException("TargetNotFoundException", "You specified a target that doesn't exist.")
            : account is null ? []
            : Wire.Tags(new Dictionary<string, string> { ["environment"] = account.Environment, ["product"] = account.Product, ["customer"] = account.Customer }).Select(tag => tag!.DeepClone());
    }

    private static IEnumerable<JsonNode?> Delegates(ApiCall call)
    {
        var tree = Tree(call);
        var hub = Describe(tree, tree.Hub);
        hub["DelegationEnabledDate"] = Wire.Epoch(tree.Hub.JoinedAt.AddDays(7));
        return [hub];
    }

    private static OrganizationTree Tree(ApiCall call) => call.Account == call.World.Tree.Management || call.Account == call.World.Tree.Hub
        ? call.World.Tree
        : throw new ApiException("AccessDeniedException", "You don't have permissions to access this resource.");

    private static string Parent(ApiCall call)
    {
        var (tree, id) = (Tree(call), call.Required("ParentId"));
        return id == tree.RootId || tree.Units.Any(unit => unit.Id == id) ? id : throw new ApiException("ParentNotFoundException", "You specified parent that doesn't exist.");
    }

    private static JsonObject Describe(OrganizationTree tree, SimulatedAccount account) => new()
    {
        ["Id"] = account.Id,
        ["Arn"] = tree.Arn(account),
        ["Email"] = Email(account),
        ["Name"] = account.Name,
        ["Status"] = "ACTIVE",
        ["State"] = "ACTIVE",
        ["JoinedMethod"] = account == tree.Management ? "INVITED" : "CREATED",
        ["JoinedTimestamp"] = Wire.Epoch(account.JoinedAt),
    };

    private static JsonObject Describe(OrganizationTree tree, OrganizationalUnit unit) =>
        new() { ["Id"] = unit.Id, ["Arn"] = $"arn:aws:organizations::{tree.Management.Id}:ou/{tree.Id}/{unit.Id}", ["Name"] = unit.Name };

    private static JsonObject Root(OrganizationTree tree) =>
        new() { ["Id"] = tree.RootId, ["Arn"] = $"arn:aws:organizations::{tree.Management.Id}:root/{tree.Id}/{tree.RootId}", ["Name"] = "Root", ["PolicyTypes"] = PolicyTypes() };

    private static JsonArray PolicyTypes() => Wire.List([new JsonObject { ["Type"] = "SERVICE_CONTROL_POLICY", ["Status"] = "ENABLED" }]);

    private static string Email(SimulatedAccount account) => $"aws+{account.Name}@example.com";
}
