namespace OrgLens.Local.Tests.Simulation.Services;

public sealed class ResourceExplorerTests(SimulatedCloud cloud) : SimulationTest(cloud)
{
    [Fact]
    public async Task The_index_of_the_home_knows_all_Regions()
    {
        var indexes = await PagesAsync("resource-explorer-2", "list_indexes", "Indexes", """{"MaxResults": 1}""");
        var index = await CallAsync("resource-explorer-2", "get_index");
        var resources = await PagesAsync("resource-explorer-2", "list_resources", "Resources", """{"MaxResults": 20}""");
        var local = await CallAsync("resource-explorer-2", "list_resources", """{"MaxResults": 1000}""", region: Account.Regions[1]);

        Assert.Equal(["AGGREGATOR", "LOCAL"], indexes.Select(found => (string)found["Type"]!));
        Assert.Equal(Account.Regions[1], (string?)index["ReplicatingFrom"]![0]);
        Assert.Equal(Account.Regions.Order(), resources.Select(resource => (string)resource["Region"]!).Distinct().Order());
        Assert.All(local["Resources"]!.AsArray(), resource => Assert.Equal(Account.Regions[1], (string?)resource!["Region"]));
    }

    [Fact]
    public async Task A_search_finds_the_instances_of_the_document()
    {
        var expected = Document().GetProperty("service_resources").EnumerateArray().Where(row => row.GetProperty("service_name").GetString() == "EC2")
            .Select(row => row.GetProperty("resource_id").GetString()!).Order(StringComparer.Ordinal).ToList();

        var found = await PagesAsync("resource-explorer-2", "search", "Resources", $$"""{"QueryString": "resourcetype:ec2:instance region:{{Home}}", "MaxResults": 5}""");

        Assert.Equal(expected, found.Select(resource => ((string)resource["Arn"]!).Split('/')[^1]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task There_is_nothing_where_there_is_no_index()
    {
        await CallAsync("resource-explorer-2", "get_default_view");
        Assert.Single((await CallAsync("resource-explorer-2", "list_views"))["Views"]!.AsArray());

        var error = await FailAsync("resource-explorer-2", "search", """{"QueryString": ""}""", region: "sa-east-1");

        Assert.Equal("ResourceNotFoundException", error.Code);
    }
}
