using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services.QuickSight;

/// <summary>Users and groups, which live in the account's home.</summary>
internal static class People
{
    private const string Namespace = "default";

    public static IEnumerable<JsonNode?> Users(ApiCall call)
    {
        var home = Home(call);
        return home.Analytics.Users.Select(user => new JsonObject
        {
            ["Arn"] = UserArn(home, user.Name),
            ["UserName"] = user.Name,
            ["Email"] = user.Email,
            ["Role"] = user.Role,
            ["IdentityType"] = "QUICKSIGHT",
            ["Active"] = user.IsActive,
            ["PrincipalId"] = $"federated/quicksight/{home.Stream.Child("principal").Child(user.Name).Uuid()}",
        });
    }

    public static IEnumerable<JsonNode?> Groups(ApiCall call)
    {
        var home = Home(call);
        return home.Analytics.Groups.Select(group => new JsonObject
        {
            ["Arn"] = home.Arn("quicksight", $"group/{Namespace}/{group.Name}"),
            ["GroupName"] = group.Name,
            ["Description"] = group.Description,
            ["PrincipalId"] = $"group/d-{home.Stream.Child("directory").Hex(10)}/{home.Stream.Child("principal").Child(group.Name).Uuid()}",
        });
    }

    public static IEnumerable<JsonNode?> Members(ApiCall call)
    {
        var (home, name) = (Home(call), call.Required("GroupName"));
        var group = home.Analytics.Groups.FirstOrDefault(group => group.Name == name) ?? throw new ApiException("ResourceNotFoundException", $"Group {name} is not found.");
        return group.Members.Select(member => new JsonObject { ["Arn"] = UserArn(home, member), ["MemberName"] = member });
    }

    private static RegionEstate Home(ApiCall call)
    {
        var home = QuickSightApi.Subscribed(call, isAboutPeople: true);
        return call.Input.Text("Namespace") == Namespace ? home : throw new ApiException("ResourceNotFoundException", $"Namespace {call.Input.Text("Namespace")} not found in account {call.Account.Id}");
    }

    private static string UserArn(RegionEstate home, string name) => home.Arn("quicksight", $"user/{Namespace}/{name}");
}
