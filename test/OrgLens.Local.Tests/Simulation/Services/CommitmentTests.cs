using System.Text.Json;

namespace OrgLens.Local.Tests.Simulation.Services;

/// <summary>Reserved instances, reserved databases and savings plans.</summary>
public sealed class CommitmentTests(SimulatedCloud cloud) : SimulationTest(cloud)
{
    [Fact]
    public async Task Reserved_instances_are_those_of_the_document_and_one_that_has_run_out()
    {
        var all = await CallAsync("ec2", "describe_reserved_instances");
        var active = await CallAsync("ec2", "describe_reserved_instances", """{"Filters": [{"Name": "state", "Values": ["active"]}]}""");

        Assert.Equal(
            Rows("Amazon EC2", row => $"{row.GetProperty("subscription_id")}|{row.GetProperty("instance_type")}|{row.GetProperty("instance_count")}|{row.GetProperty("offering_type")}"),
            active["ReservedInstances"]!.AsArray().Select(reservation => string.Join('|',
                reservation!["ReservedInstancesId"], reservation["InstanceType"], reservation["InstanceCount"], reservation["OfferingType"])).Order(StringComparer.Ordinal));
        Assert.Single(all["ReservedInstances"]!.AsArray(), reservation => (string?)reservation!["State"] == "retired");
    }

    [Fact]
    public async Task Reserved_databases_are_those_of_the_document()
    {
        var answer = await CallAsync("rds", "describe_reserved_db_instances");

        Assert.Equal(
            Rows("Amazon RDS", row => $"{row.GetProperty("subscription_id")}|{row.GetProperty("instance_type")}"),
            answer["ReservedDBInstances"]!.AsArray().Select(reservation => $"{reservation!["ReservedDBInstanceId"]}|{reservation["DBInstanceClass"]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Savings_plans_are_those_of_the_document()
    {
        var owner = Cloud.Api.Organization.Accounts.First(account => account is { Environment: "PRODUCTION", Size: > 1 });
        var expected = Document(owner).GetProperty("ri_sp_savings").EnumerateArray().Single(row => row.GetProperty("reservation_type").GetString() == "Savings Plan");

        var all = await PagesAsync("savingsplans", "describe_savings_plans", "savingsPlans", """{"maxResults": 1}""", "nextToken", account: owner);
        var active = await CallAsync("savingsplans", "describe_savings_plans", """{"states": ["active"]}""", owner);
        var denied = await FailAsync("savingsplans", "describe_savings_plans", account: Cloud.Restricted);

        var plan = Assert.Single(active["savingsPlans"]!.AsArray())!;
        Assert.Equal(2, all.Count);
        Assert.Equal(expected.GetProperty("savings_plan_arn").GetString(), (string?)plan["savingsPlanArn"]);
        Assert.Equal(expected.GetProperty("start_date").GetString(), (string?)plan["start"]);
        Assert.Equal(expected.GetProperty("end_date").GetString(), (string?)plan["end"]);
        Assert.Equal(("AccessDeniedException", 403), (denied.Code, denied.Status));
    }

    private List<string> Rows(string service, Func<JsonElement, string> select) =>
        [.. Document().GetProperty("ri_sp_savings").EnumerateArray().Where(row => row.GetProperty("service").GetString() == service).Select(select).Order(StringComparer.Ordinal)];
}
