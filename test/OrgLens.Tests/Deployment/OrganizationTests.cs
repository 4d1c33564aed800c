using OrgLens.Aws;
using OrgLens.Deployment;
using OrgLens.Tests.Sender;

namespace OrgLens.Tests.Deployment;

public sealed class OrganizationTests
{
    private const string Caller = "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>999900000000</Account></GetCallerIdentityResult></GetCallerIdentityResponse>";

    private const string Described = """{"Organization":{"Id":"o-a1b2c3d4e5","MasterAccountId":"100000000001"}}""";

    [Fact]
    public async Task Is_known_with_its_root_to_a_delegated_administrator()
    {
        var calls = new CannedCalls().Answer("GetCallerIdentity", Caller).Answer("DescribeOrganization", Described).Answer("ListRoots", """{"Roots":[{"Id":"r-abcd"}]}""");

        var organization = await Organization.DescribeAsync(calls, "eu-west-1", CancellationToken.None);

        Assert.Equal(new Organization("o-a1b2c3d4e5", "100000000001", "999900000000", "r-abcd"), organization);
        Assert.True(organization.IsDelegated);
    }

    [Fact]
    public async Task Is_known_without_its_root_to_any_other_account()
    {
        var calls = new CannedCalls().Answer("GetCallerIdentity", Caller).Answer("DescribeOrganization", Described).Fail("ListRoots", AwsErrorKind.DeniedByPolicy, "AccessDeniedException");

        Assert.Null((await Organization.DescribeAsync(calls, "eu-west-1", CancellationToken.None)).RootId);
    }
}
