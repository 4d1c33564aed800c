using System.Text.Json.Nodes;
using OrgLens.Local.Simulation;
using OrgLens.Local.Simulation.Estate;
using OrgLens.Local.Tests.Clients;

namespace OrgLens.Local.Tests.Simulation;

public sealed class AccessTests(SimulatedCloud cloud) : SimulationTest(cloud)
{
    [Fact]
    public async Task A_permission_that_is_missing_is_named_with_the_role()
    {
        var error = await FailAsync("guardduty", "list_detectors", account: Locked);

        Assert.Equal(("AccessDeniedException", 403), (error.Code, error.Status));
        Assert.Equal(
            $"User: arn:aws:sts::{Locked.Id}:assumed-role/OrgLens-Collector/test is not authorized to perform: guardduty:ListDetectors because no identity-based policy allows the guardduty:ListDetectors action",
            error.Message);
    }

    [Fact]
    public async Task A_Region_that_the_organization_forbids_is_denied_by_its_policy()
    {
        var error = await FailAsync("guardduty", "list_detectors", account: Cloud.Restricted, region: "sa-east-1");

        Assert.Equal("AccessDeniedException", error.Code);
        Assert.EndsWith("is not authorized to perform: guardduty:ListDetectors with an explicit deny in a service control policy", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("guardduty", "list_detectors", "UnrecognizedClientException", 403)]
    [InlineData("config", "describe_config_rules", "UnrecognizedClientException", 400)]
    public async Task A_Region_that_is_not_enabled_knows_no_credentials(string service, string operation, string code, int status)
    {
        var error = await FailAsync(service, operation, region: "ap-east-1");

        Assert.Equal((code, status), (error.Code, error.Status));
    }

    [Fact]
    public async Task Whoever_is_not_of_the_organization_is_answered_by_the_emulator()
    {
        var contact = new JsonObject { ["AlternateContactType"] = "SECURITY", ["EmailAddress"] = "a@example.com", ["Name"] = "A", ["PhoneNumber"] = "1", ["Title"] = "B" };
        var stranger = new ForeignRole("999988887777", "eu-west-1");
        await Cloud.Boto3.CallAsync("account", "put_alternate_contact", contact, stranger);

        var answer = await Cloud.Boto3.CallAsync("account", "get_alternate_contact", Json("""{"AlternateContactType": "SECURITY"}"""), stranger);

        Assert.Equal("a@example.com", (string?)answer["AlternateContact"]!["EmailAddress"]);
    }

    [Fact]
    public async Task A_token_that_was_never_handed_out_and_a_limit_out_of_range_are_refused()
    {
        var token = await FailAsync("account", "list_regions", """{"NextToken": "Z3Vlc3NlZA=="}""");
        var limit = await FailAsync("guardduty", "list_findings", """{"DetectorId": "d", "MaxResults": 51}""");

        Assert.Equal("ValidationException", token.Code);
        Assert.Equal("BadRequestException", limit.Code);
    }

    /// <summary>The account that may do least.</summary>
    private SimulatedAccount Locked => Cloud.Api.Organization.Accounts.First(account =>
        account.IsRestricted && Outage.Of(new(SimulatedCloud.Plan, account, account.Regions[0]), SimulatedCloud.Today).Contains(Outage.GuardDuty));
}
