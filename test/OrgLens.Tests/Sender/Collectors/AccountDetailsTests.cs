using OrgLens.Aws;
using OrgLens.Sender;
using OrgLens.Sender.Collectors.Account;

namespace OrgLens.Tests.Sender.Collectors;

public sealed class AccountDetailsTests
{
    private static readonly CollectOptions s_options = new() { Customer = "Contoso", Partner = "Fabrikam", Products = ["Shop", "Till"], Category = "Internet", Environment = "PRODUCTION" };

    [Fact]
    public async Task The_account_is_described_with_its_contacts_and_the_deployers_words()
    {
        var calls = Calls().Answer("DescribeAccount", """{"Account":{"Email":"root@example.com","Arn":"arn:aws:organizations::1:account/o/111122223333","JoinedMethod":"CREATED","State":"ACTIVE"}}""");
        var collected = await Collected.RunAsync(AccountDetails.Collector, calls, s_options);
        JsonAssert.Equal(
            """
            {"account_id":"111122223333","account_name":"shop-prod","account_email":"root@example.com","account_status":"ACTIVE",
             "account_arn":"arn:aws:organizations::1:account/o/111122223333","partner_name":"Fabrikam","customer_name":"Contoso","category":"Internet",
             "account_type":"PRODUCTION","joined_method":"CREATED","joined_timestamp":"2024-03-01T12:00:00+00:00","region":"Global","product":"Shop,Till",
             "contact_info":{"address_line1":"Street 1","address_line2":null,"address_line3":null,"city":"Berlin","country_code":"DE","postal_code":"10115",
               "state_or_region":null,"company_name":null,"phone_number":"+49 1","website_url":null,"full_name":"A. Nother"},
             "alternate_contacts":{"billing":{"name":"B","title":"T","email":"b@example.com","phone":"+1"},"operations":null,"security":null}}
            """,
            collected.Document["account"]);
        Assert.Equal(
            ["account Complete 1", "account.contact_info Complete 1", "account.alternate_contacts Complete 1", "account.product Complete 2"],
            collected.Coverage.Select(entry => $"{entry.Collector} {entry.Status} {entry.Items}"));
        Assert.All(collected.Coverage, entry => Assert.Equal("Global", entry.Region));
    }

    [Fact]
    public async Task A_member_account_that_may_not_ask_the_organization_has_no_gap()
    {
        var calls = Calls().Fail("DescribeAccount", AwsErrorKind.DeniedByPolicy, "AccessDeniedException");
        var collected = await Collected.RunAsync(AccountDetails.Collector, calls, s_options);
        Assert.Equal(CoverageStatus.Complete, collected.Ended("account").Status);
        Assert.Null(collected.Document["account"]!["account_email"]);
    }

    [Fact]
    public async Task Contacts_that_may_not_be_read_are_not_called_absent()
    {
        var calls = new CannedCalls().Answer("GetAccountInformation", "{}").Answer("DescribeAccount", "{}")
            .Fail("GetContactInformation", AwsErrorKind.DeniedByPolicy, "AccessDeniedException").Fail("GetAlternateContact", AwsErrorKind.Throttled, "TooManyRequestsException");
        var collected = await Collected.RunAsync(AccountDetails.Collector, calls);
        Assert.Equal(
            ["account Complete", "account.contact_info DeniedIam", "account.alternate_contacts Throttled", "account.product Empty"],
            collected.Coverage.Select(entry => $"{entry.Collector} {entry.Status}"));
        Assert.Equal("account:GetAlternateContact TooManyRequestsException (3 times)", collected.Ended("account.alternate_contacts").Error);
        JsonAssert.Equal("{}", collected.Document["account"]!["contact_info"]);
    }

    [Fact]
    public async Task Contacts_that_are_not_wanted_are_not_asked_for()
    {
        var calls = Calls().Answer("DescribeAccount", """{"Account":{"Email":"root@example.com"}}""");
        var collected = await Collected.RunAsync(AccountDetails.Collector, calls, s_options with { IncludeContacts = false });
        Assert.Equal(["DescribeAccount", "GetAccountInformation"], collected.Calls.Select(call => call.Operation).Order());
        Assert.DoesNotContain("example.com", collected.Document.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(CoverageStatus.NotEnabled, collected.Ended("account.contact_info").Status);
    }

    private static CannedCalls Calls() => new CannedCalls()
        .Answer("GetAccountInformation", """{"AccountName":"shop-prod","AccountCreatedDate":"2024-03-01T12:00:00Z","AccountState":"ACTIVE"}""")
        .Answer("GetContactInformation", """{"ContactInformation":{"AddressLine1":"Street 1","City":"Berlin","CountryCode":"DE","PostalCode":"10115","PhoneNumber":"+49 1","FullName":"A. Nother"}}""")
        .Answer("GetAlternateContact", """{"AlternateContact":{"Name":"B","Title":"T","EmailAddress":"b@example.com","PhoneNumber":"+1"}}""", input => (string?)input["AlternateContactType"] == "BILLING")
        .Fail("GetAlternateContact", AwsErrorKind.NotFound, "ResourceNotFoundException", input => (string?)input["AlternateContactType"] != "BILLING");
}
