using System.Text.Json.Nodes;
using OrgLens.Local.Tests.Clients;

namespace OrgLens.Local.Tests.Simulation.Services;

public sealed class OrganizationsTests(SimulatedCloud cloud) : SimulationTest(cloud)
{
    private static readonly ForeignRole Hub = new(SimulatedCloud.HubAccount, "us-east-1");

    [Fact]
    public async Task The_hub_sees_all_accounts_page_by_page()
    {
        var found = new List<string>();
        var arguments = new JsonObject { ["MaxResults"] = 5 };
        do
        {
            var page = await AskAsync("list_accounts", (JsonObject)arguments.DeepClone());
            found.AddRange(page["Accounts"]!.AsArray().Select(account => (string)account!["Id"]!));
            if (page["NextToken"] is { } token)
            {
                arguments["NextToken"] = token.DeepClone();
            }
            else
            {
                arguments.Remove("NextToken");
            }
        }
        while (arguments["NextToken"] is not null);

        Assert.Equal([.. Cloud.Api.Organization.Accounts.Select(account => account.Id), SimulatedCloud.HubAccount], found);
    }

    [Fact]
    public async Task Units_hold_the_accounts()
    {
        var root = (string)(await AskAsync("list_roots", []))["Roots"]![0]!["Id"]!;
        var units = new Queue<string>([root]);
        var accounts = new List<string>();
        while (units.TryDequeue(out var parent))
        {
            var below = await AskAsync("list_organizational_units_for_parent", new JsonObject { ["ParentId"] = parent });
            foreach (var unit in below["OrganizationalUnits"]!.AsArray())
            {
                await AskAsync("describe_organizational_unit", new JsonObject { ["OrganizationalUnitId"] = (string)unit!["Id"]! });
                units.Enqueue((string)unit["Id"]!);
            }

            accounts.AddRange((await AskAsync("list_accounts_for_parent", new JsonObject { ["ParentId"] = parent }))["Accounts"]!.AsArray().Select(account => (string)account!["Id"]!));
        }

        Assert.Equal(13, accounts.Distinct().Count());
        Assert.Equal("ORGANIZATIONAL_UNIT", (string?)Assert.Single((await AskAsync("list_parents", new JsonObject { ["ChildId"] = Account.Id }))["Parents"]!.AsArray())!["Type"]);
        Assert.Equal(Account.Name, (string?)(await AskAsync("describe_account", new JsonObject { ["AccountId"] = Account.Id }))["Account"]!["Name"]);
        Assert.Contains((await AskAsync("list_tags_for_resource", new JsonObject { ["ResourceId"] = Account.Id }))["Tags"]!.AsArray(), tag => (string?)tag!["Key"] == "environment");
        Assert.Single((await AskAsync("list_delegated_administrators", []))["DelegatedAdministrators"]!.AsArray());
    }

    [Fact]
    public async Task Members_know_of_the_organization_and_no_more()
    {
        var member = Cloud.Api.Organization.Accounts[1];

        var organization = await CallAsync("organizations", "describe_organization", account: member);
        var error = await FailAsync("organizations", "list_accounts", account: member);

        Assert.Equal(Cloud.Api.Organization.Accounts[0].Id, (string?)organization["Organization"]!["MasterAccountId"]);
        Assert.Equal(("AccessDeniedException", "You don't have permissions to access this resource."), (error.Code, error.Message));
    }

    private Task<JsonNode> AskAsync(string operation, JsonObject arguments) => Cloud.Boto3.CallAsync("organizations", operation, arguments, Hub);
}
