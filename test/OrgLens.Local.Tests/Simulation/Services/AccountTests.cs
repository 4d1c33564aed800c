namespace OrgLens.Local.Tests.Simulation.Services;

public sealed class AccountTests(SimulatedCloud cloud) : SimulationTest(cloud)
{
    [Fact]
    public async Task Tells_who_the_account_is()
    {
        var account = Document().GetProperty("account");

        var answer = await CallAsync("account", "get_account_information");

        Assert.Equal(Account.Id, (string?)answer["AccountId"]);
        Assert.Equal(account.GetProperty("account_name").GetString(), (string?)answer["AccountName"]);
        Assert.Equal(account.GetProperty("joined_timestamp").GetDateTimeOffset(), DateTimeOffset.Parse((string)answer["AccountCreatedDate"]!, null));
    }

    [Fact]
    public async Task Tells_whom_to_ask()
    {
        var contact = Document().GetProperty("account").GetProperty("contact_info");

        var answer = (await CallAsync("account", "get_contact_information"))["ContactInformation"]!;

        Assert.Equal(contact.GetProperty("phone_number").GetString(), (string?)answer["PhoneNumber"]);
        Assert.Equal(contact.GetProperty("city").GetString(), (string?)answer["City"]);
    }

    [Fact]
    public async Task Knows_alternate_contacts_or_says_that_there_is_none()
    {
        var found = await CallAsync("account", "get_alternate_contact", """{"AlternateContactType": "SECURITY"}""");
        var missing = await FailAsync("account", "get_alternate_contact", """{"AlternateContactType": "SECURITY"}""", Cloud.Restricted);

        Assert.Equal("security@example.com", (string?)found["AlternateContact"]!["EmailAddress"]);
        Assert.Equal(("ResourceNotFoundException", 404), (missing.Code, missing.Status));
    }

    [Fact]
    public async Task Lists_Regions_page_by_page()
    {
        var regions = await PagesAsync("account", "list_regions", "Regions", """{"MaxResults": 10}""");

        Assert.Equal(29, regions.Select(region => (string)region["RegionName"]!).Distinct().Count());
        Assert.Equal(17, regions.Count(region => (string?)region["RegionOptStatus"] == "ENABLED_BY_DEFAULT"));
        Assert.Contains(regions, region => (string?)region["RegionOptStatus"] == "DISABLED");
    }

    [Theory]
    [InlineData("eu-west-1", "ENABLED_BY_DEFAULT")]
    [InlineData("ap-east-1", "DISABLED")]
    public async Task Knows_whether_a_Region_can_be_used(string region, string status)
    {
        Assert.Equal(status, (string?)(await CallAsync("account", "get_region_opt_status", $$"""{"RegionName": "{{region}}"}"""))["RegionOptStatus"]);
    }

    [Fact]
    public async Task Keeps_other_accounts_to_themselves()
    {
        var error = await FailAsync("account", "get_contact_information", $$"""{"AccountId": "{{Cloud.Restricted.Id}}"}""");

        Assert.Equal(("AccessDeniedException", 403), (error.Code, error.Status));
    }
}
