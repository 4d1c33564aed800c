using System.Text.Json.Nodes;
using OrgLens.Local.Gateway;
using OrgLens.Local.Simulation;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Tests.Clients;

namespace OrgLens.Local.Tests.Simulation;

public sealed class DeterminismTests(SimulatedCloud cloud) : SimulationTest(cloud)
{
    private static readonly (string Service, string Operation, string Arguments)[] Questions =
    [
        ("ec2", "describe_instances", "{}"), ("securityhub", "get_findings", """{"MaxResults": 100}"""), ("ssm", "describe_instance_information", """{"MaxResults": 50}"""),
        ("inspector2", "list_findings", "{}"), ("cloudtrail", "lookup_events", "{}"), ("elbv2", "describe_load_balancers", "{}"), ("config", "describe_config_rules", "{}"),
        ("lambda", "list_functions", "{}"), ("resiliencehub", "list_apps", "{}"), ("rds", "describe_db_instances", "{}"),
    ];

    [Fact]
    public async Task The_same_plan_and_time_give_the_same_answers_in_another_simulation()
    {
        using var api = new SimulatedApi(new SimulationOptions(SimulatedCloud.Plan) { Now = SimulatedCloud.Now }, SimulatedCloud.HubAccount, "eu-west-1", Cloud.Moto.Endpoint);
        await using var gateway = await LocalGateway.StartAsync(0, [.. api.Routes], Cloud.Moto.Endpoint);
        await using var other = new ForeignClient(gateway.Endpoint);

        foreach (var (service, operation, arguments) in Questions)
        {
            var first = await CallAsync(service, operation, arguments);
            var second = await other.CallAsync(service, operation, JsonNode.Parse(arguments)!.AsObject(), new ForeignRole(Account.Id, Home));

            Assert.Equal(first.ToJsonString(), second.ToJsonString());
        }
    }

    [Fact]
    public async Task Another_day_gives_other_answers_which_are_those_of_its_document()
    {
        var before = await CallAsync("ce", "get_cost_and_usage", """{"TimePeriod": {"Start": "2026-11-18", "End": "2026-11-19"}, "Granularity": "DAILY", "Metrics": ["UnblendedCost"]}""");
        Cloud.Api.Clock.Set(SimulatedCloud.Now.AddDays(1));
        var after = await CallAsync("ce", "get_cost_and_usage", """{"TimePeriod": {"Start": "2026-11-18", "End": "2026-11-19"}, "Granularity": "DAILY", "Metrics": ["UnblendedCost"]}""");
        Cloud.Api.Clock.Set(SimulatedCloud.Now);

        Assert.Equal("0", (string?)before["ResultsByTime"]![0]!["Total"]!["UnblendedCost"]!["Amount"]);
        Assert.NotEqual("0", (string?)after["ResultsByTime"]![0]!["Total"]!["UnblendedCost"]!["Amount"]);
    }

    [Fact]
    public async Task Later_pages_show_the_state_of_the_first()
    {
        var whole = await PagesAsync("securityhub", "get_findings", "Findings", """{"MaxResults": 100}""");
        var first = await CallAsync("securityhub", "get_findings", """{"MaxResults": 100}""");
        Cloud.Api.Clock.Set(SimulatedCloud.Now.AddDays(5));
        var rest = await PagesAsync("securityhub", "get_findings", "Findings", $$"""{"MaxResults": 100, "NextToken": "{{first["NextToken"]}}"}""");
        Cloud.Api.Clock.Set(SimulatedCloud.Now);

        Assert.Equal(whole.Select(finding => (string)finding["Id"]!), first["Findings"]!.AsArray().Concat(rest).Select(finding => (string)finding!["Id"]!));
    }
}
