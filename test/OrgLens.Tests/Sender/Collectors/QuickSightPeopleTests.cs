using System.Text.Json.Nodes;
using OrgLens.Aws;
using OrgLens.Sender;
using OrgLens.Sender.Collectors.QuickSight;

namespace OrgLens.Tests.Sender.Collectors;

public sealed class QuickSightPeopleTests
{
    private const string Arn = "arn:aws:quicksight:us-east-1:111122223333";

    private const string Namespaces =
        """{"Namespaces":[{"Name":"default","CreationStatus":"CREATED"},{"Name":"new","CreationStatus":"CREATING"}],"RequestId":"r"}""";

    [Fact]
    public async Task Users_and_groups_of_all_pages_are_listed()
    {
        var calls = Account();
        var collected = await Collected.RunAsync(QuickSightPeople.Collector, calls);
        JsonAssert.Equal(
            $$"""
            [
              {"arn":"{{Arn}}:user/default/kim","user_name":"kim","namespace":"default","email":"kim@example.com","role":"AUTHOR","identity_type":"QUICKSIGHT",
               "active":true,"principal_id":"federated/quicksight/1","custom_permissions":null,"identity_region":"us-east-1"},
              {"arn":"{{Arn}}:user/default/QuickReader/lee","user_name":"QuickReader/lee","namespace":"default","email":null,"role":"READER","identity_type":"IAM",
               "active":false,"principal_id":null,"custom_permissions":null,"identity_region":"us-east-1"}
            ]
            """,
            collected.Rows("quicksight.users"));
        JsonAssert.Equal(
            $$"""
            [
              {"arn":"{{Arn}}:group/default/finance","group_name":"finance","namespace":"default","description":"money","identity_region":"us-east-1","members":["kim","QuickReader/lee"]},
              {"arn":"{{Arn}}:group/default/empty","group_name":"empty","namespace":"default","description":null,"identity_region":"us-east-1","members":[]}
            ]
            """,
            collected.Rows("quicksight.groups"));
        Assert.Equal((CoverageStatus.Complete, 2), (collected.Ended("quicksight.users", "Global").Status, collected.Ended("quicksight.users").Items));
        Assert.Equal((CoverageStatus.Complete, 2), (collected.Ended("quicksight.groups", "Global").Status, collected.Ended("quicksight.groups").Items));
        Assert.Empty(await calls.DifferencesAsync());
    }

    [Fact]
    public async Task Addresses_are_left_out_where_contacts_are()
    {
        var collected = await Collected.RunAsync(QuickSightPeople.Collector, Account(), new CollectOptions { IncludeContacts = false });
        Assert.All(collected.Rows("quicksight.users"), user => Assert.Null(user!["email"]));
    }

    [Theory]
    [InlineData("ResourceNotFoundException", AwsErrorKind.NotFound)]
    [InlineData("UnsupportedUserEditionException", AwsErrorKind.DeniedByPolicy)]
    public async Task An_account_without_a_subscription_is_no_gap(string code, AwsErrorKind kind)
    {
        var collected = await Collected.RunAsync(QuickSightPeople.Collector, new CannedCalls().Fail("ListNamespaces", kind, code));
        Assert.Equal(CoverageStatus.NotEnabled, collected.Ended("quicksight.users").Status);
        Assert.Equal(CoverageStatus.NotEnabled, collected.Ended("quicksight.groups").Status);
    }

    [Theory]
    [InlineData("eu-central-1")]
    [InlineData("us-gov-west-1")]
    public async Task Another_Region_is_asked_when_the_refusal_names_it(string identityRegion)
    {
        var calls = Account(identityRegion).Add("ListNamespaces", null, "us-east-1", (operation, region) => throw new AwsCallException(operation, region, AwsErrorKind.DeniedByPolicy, "AccessDeniedException")
        {
            ServiceMessage = $"Operation is being called from endpoint us-east-1, but your identity region is {identityRegion}. Please use the {identityRegion} endpoint.",
        });
        var collected = await Collected.RunAsync(QuickSightPeople.Collector, calls);
        Assert.Equal((CoverageStatus.Complete, 2), (collected.Ended("quicksight.users").Status, collected.Ended("quicksight.users").Items));
        Assert.All(collected.Calls.Skip(1), call => Assert.Equal(identityRegion, call.Region));
        Assert.All(collected.Rows("quicksight.users"), user => Assert.Equal(identityRegion, (string?)user!["identity_region"]));
    }

    [Fact]
    public async Task A_refusal_that_names_no_Region_is_one()
    {
        var collected = await Collected.RunAsync(QuickSightPeople.Collector, new CannedCalls().Fail("ListNamespaces", AwsErrorKind.DeniedByScp, "AccessDeniedException"));
        Assert.Equal(CoverageStatus.DeniedScp, collected.Ended("quicksight.users").Status);
    }

    [Fact]
    public async Task A_failure_on_the_second_page_of_users_keeps_the_first_and_leaves_groups_alone()
    {
        var calls = Base("us-east-1").Answer("ListUsers", FirstUsers, First).Fail("ListUsers", AwsErrorKind.Throttled, "ThrottlingException", Later);
        var collected = await Collected.RunAsync(QuickSightPeople.Collector, calls);
        Assert.Equal("kim", (string?)Assert.Single(collected.Rows("quicksight.users"))!["user_name"]);
        Assert.Equal((CoverageStatus.Throttled, "quicksight:ListUsers ThrottlingException"), (collected.Ended("quicksight.users").Status, collected.Ended("quicksight.users").Error));
        Assert.Equal(CoverageStatus.Complete, collected.Ended("quicksight.groups").Status);
    }

    [Fact]
    public async Task Members_that_may_not_be_listed_are_unknown_and_not_none()
    {
        var calls = Users(new CannedCalls().Answer("ListNamespaces", Namespaces), "us-east-1")
            .Answer("ListGroups", $$"""{"GroupList":[{{Group("finance", null)}}]}""")
            .Fail("ListGroupMemberships", AwsErrorKind.DeniedByPolicy, "AccessDeniedException");
        var collected = await Collected.RunAsync(QuickSightPeople.Collector, calls);
        Assert.Null(Assert.Single(collected.Rows("quicksight.groups"))!["members"]);
        Assert.Equal(CoverageStatus.DeniedIam, collected.Ended("quicksight.groups").Status);
        Assert.Equal(CoverageStatus.Complete, collected.Ended("quicksight.users").Status);
    }

    private static CannedCalls Account(string region = "us-east-1") => Users(Base(region), region);

    private static CannedCalls Base(string region) => new CannedCalls()
        .Answer("ListNamespaces", Namespaces, region: region)
        .Answer("ListGroups", $$"""{"GroupList":[{{Group("finance", "money")}}],"NextToken":"t"}""", First, region)
        .Answer("ListGroups", $$"""{"GroupList":[{{Group("empty", null)}}]}""", Later, region)
        .Answer("ListGroupMemberships", """{"GroupMemberList":[{"MemberName":"kim"}],"NextToken":"t"}""", input => Is(input, "finance") && First(input), region)
        .Answer("ListGroupMemberships", """{"GroupMemberList":[{"MemberName":"QuickReader/lee"}]}""", input => Is(input, "finance") && Later(input), region)
        .Answer("ListGroupMemberships", """{"GroupMemberList":[]}""", input => Is(input, "empty"), region);

    private const string FirstUsers =
        $$"""
        {"UserList":[{"Arn":"{{Arn}}:user/default/kim","UserName":"kim","Email":"kim@example.com","Role":"AUTHOR","IdentityType":"QUICKSIGHT","Active":true,
          "PrincipalId":"federated/quicksight/1"}],"NextToken":"t"}
        """;

    private static CannedCalls Users(CannedCalls calls, string region) => calls
        .Answer("ListUsers", FirstUsers, First, region)
        .Answer(
            "ListUsers",
            $$"""{"UserList":[{"Arn":"{{Arn}}:user/default/QuickReader/lee","UserName":"QuickReader/lee","Role":"READER","IdentityType":"IAM","Active":false}]}""",
            Later,
            region);

    private static string Group(string name, string? description) =>
        $$"""{"Arn":"{{Arn}}:group/default/{{name}}","GroupName":"{{name}}"{{(description is null ? "" : $",\"Description\":\"{description}\"")}}}""";

    private static bool Is(JsonObject input, string group) => (string?)input["GroupName"] == group;

    private static bool First(JsonObject input) => !input.ContainsKey("next-token");

    private static bool Later(JsonObject input) => input.ContainsKey("next-token");
}
