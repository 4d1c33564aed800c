using System.Text.Json;
using System.Text.Json.Nodes;
using OrgLens.Local.Simulation;

namespace OrgLens.Local.Tests.Simulation.Services;

public sealed class SystemsManagerTests(SimulatedCloud cloud) : SimulationTest(cloud)
{
    private JsonElement Inventory => Document(Large).GetProperty("inventory");

    /// <summary>An account whose nodes don't fit on a page.</summary>
    private SimulatedAccount Large => Cloud.Api.Organization.Accounts.Where(account => !account.IsRestricted).MaxBy(account => account.Size)!;

    [Fact]
    public async Task Nodes_of_the_first_page_are_those_of_the_document()
    {
        var expected = Inventory.GetProperty("instances").EnumerateArray().Select(row => Line(
            row.GetProperty("instance_id").GetString(), row.GetProperty("computer_name").GetString(), row.GetProperty("ping_status").GetString(),
            row.GetProperty("last_ping").GetDateTimeOffset().ToUnixTimeMilliseconds())).ToList();

        var answer = await CallAsync("ssm", "describe_instance_information", account: Large);

        Assert.NotNull(answer["NextToken"]);
        Assert.Equal(expected, answer["InstanceInformationList"]!.AsArray().Select(node => Line(
            (string?)node!["InstanceId"], (string?)node["ComputerName"], (string?)node["PingStatus"],
            DateTimeOffset.Parse((string)node["LastPingDateTime"]!, null).ToUnixTimeMilliseconds())));
    }

    [Fact]
    public async Task Later_pages_have_more_nodes_and_machines_outside_EC2()
    {
        var nodes = await NodesAsync();
        var hybrid = await CallAsync("ssm", "describe_instance_information", """{"Filters": [{"Key": "ResourceType", "Values": ["ManagedInstance"]}], "MaxResults": 50}""", Large);
        var wrong = await FailAsync("ssm", "describe_instance_information", """{"Filters": [{"Key": "Colour", "Values": ["red"]}]}""", Large);

        Assert.Equal(2, nodes.Count(id => id.StartsWith("mi-", StringComparison.Ordinal)));
        Assert.Equal(2, hybrid["InstanceInformationList"]!.AsArray().Count);
        Assert.Equal("InvalidFilterKey", wrong.Code);
    }

    [Fact]
    public async Task Applications_are_those_of_the_document()
    {
        var expected = Inventory.GetProperty("applications").EnumerateArray()
            .Select(row => Line(row.GetProperty("instance_id").GetString(), row.GetProperty("name").GetString(), row.GetProperty("version").GetString())).ToHashSet();

        var found = new HashSet<string>();
        foreach (var id in await NodesAsync())
        {
            var answer = await CallAsync("ssm", "list_inventory_entries", $$"""{"InstanceId": "{{id}}", "TypeName": "AWS:Application", "MaxResults": 50}""", Large);
            found.UnionWith(answer["Entries"]!.AsArray().Select(entry => Line(id, (string?)entry!["Name"], (string?)entry["Version"])));
        }

        var pages = await PagesAsync("ssm", "list_inventory_entries", "Entries", $$"""{"InstanceId": "{{(await NodesAsync())[0]}}", "TypeName": "AWS:Application", "MaxResults": 3}""", account: Large);
        Assert.Superset(expected, found);
        Assert.NotEmpty(pages);
    }

    [Fact]
    public async Task Patches_are_those_of_the_document_and_those_that_are_missing()
    {
        var expected = Inventory.GetProperty("patches").EnumerateArray().Select(row => Line(row.GetProperty("instance_id").GetString(), row.GetProperty("title").GetString())).ToHashSet();

        var found = new List<(string Id, JsonNode Patch)>();
        foreach (var id in await NodesAsync())
        {
            var answer = await CallAsync("ssm", "describe_instance_patches", $$"""{"InstanceId": "{{id}}", "MaxResults": 100}""", Large);
            found.AddRange(answer["Patches"]!.AsArray().Select(patch => (id, patch!)));
        }

        var busiest = found.GroupBy(patch => patch.Id).MaxBy(group => group.Count())!;
        var pages = await PagesAsync("ssm", "describe_instance_patches", "Patches", $$"""{"InstanceId": "{{busiest.Key}}", "MaxResults": 10}""", account: Large);
        Assert.NotEmpty(expected);
        Assert.Superset(expected, found.Select(patch => Line(patch.Id, (string?)patch.Patch["Title"])).ToHashSet());
        Assert.Contains(found, patch => (string?)patch.Patch["State"] == "MISSING" && ((string)patch.Patch["InstalledTime"]!).StartsWith("1970-01-01", StringComparison.Ordinal));
        Assert.Equal(busiest.Count(), pages.Count);
    }

    [Fact]
    public async Task Patch_states_and_summaries_count_the_same()
    {
        var nodes = await NodesAsync();

        var states = await PagesAsync("ssm", "describe_instance_patch_states", "InstancePatchStates", $$"""{"InstanceIds": {{JsonSerializer.Serialize(nodes)}}, "MaxResults": 10}""", account: Large);
        var entities = await PagesAsync("ssm", "get_inventory", "Entities", """{"ResultAttributes": [{"TypeName": "AWS:PatchSummary"}], "MaxResults": 10}""", account: Large);

        var summaries = entities.ToDictionary(entity => (string)entity["Id"]!, entity => (string)entity["Data"]!["AWS:PatchSummary"]!["Content"]![0]!["MissingCount"]!);
        Assert.Equal(nodes.Count, states.Count);
        Assert.All(states, state => Assert.Equal($"{state["MissingCount"]}", summaries[(string)state["InstanceId"]!]));
    }

    [Fact]
    public async Task A_node_that_is_not_managed_is_refused()
    {
        var error = await FailAsync("ssm", "describe_instance_patches", """{"InstanceId": "i-0123456789abcdef0"}""");

        Assert.Equal(("InvalidInstanceId", 400), (error.Code, error.Status));
    }

    [Fact]
    public async Task Parameters_are_still_the_emulators()
    {
        await CallAsync("ssm", "put_parameter", """{"Name": "/a", "Value": "b", "Type": "String"}""");

        Assert.Equal("b", (string?)(await CallAsync("ssm", "get_parameter", """{"Name": "/a"}"""))["Parameter"]!["Value"]);
    }

    private async Task<IReadOnlyList<string>> NodesAsync() =>
        [.. (await PagesAsync("ssm", "describe_instance_information", "InstanceInformationList", account: Large)).Select(node => (string)node["InstanceId"]!)];

    private static string Line(params object?[] parts) => string.Join('|', parts);
}
