using OrgLens.Aws;
using OrgLens.Sender;

namespace OrgLens.Tests.Sender;

public sealed class AccountRegionsTests
{
    private const string Regions =
        """
        <DescribeRegionsResponse><regionInfo><item><regionName>us-east-1</regionName><optInStatus>opt-in-not-required</optInStatus></item>
        <item><regionName>me-south-1</regionName><optInStatus>not-opted-in</optInStatus></item>
        <item><regionName>af-south-1</regionName><optInStatus>opted-in</optInStatus></item></regionInfo></DescribeRegionsResponse>
        """;

    [Fact]
    public async Task The_account_lists_its_Regions()
    {
        var calls = new CannedCalls()
            .Answer("ListRegions", """{"Regions":[{"RegionName":"us-east-1","RegionOptStatus":"ENABLED_BY_DEFAULT"},{"RegionName":"me-south-1","RegionOptStatus":"DISABLED"}],"NextToken":"t"}""")
            .Answer("ListRegions", """{"Regions":[{"RegionName":"af-south-1","RegionOptStatus":"ENABLED"},{"RegionName":"ap-east-1","RegionOptStatus":"ENABLING"}]}""");
        var regions = await AccountRegions.FindAsync(calls, "us-east-1", CancellationToken.None);
        Assert.Equal(["af-south-1", "us-east-1"], regions.Enabled);
        Assert.Equal(["ap-east-1", "me-south-1"], regions.Disabled);
    }

    [Fact]
    public async Task Where_the_account_may_not_EC2_does()
    {
        var calls = new CannedCalls().Fail("ListRegions", AwsErrorKind.DeniedByPolicy, "AccessDeniedException").Answer("DescribeRegions", Regions);
        var regions = await AccountRegions.FindAsync(calls, "us-east-1", CancellationToken.None);
        Assert.Equal(["af-south-1", "us-east-1"], regions.Enabled);
        Assert.Equal(["me-south-1"], regions.Disabled);
    }

    [Fact]
    public async Task Where_neither_may_the_failure_is_told()
    {
        var calls = new CannedCalls().Fail("ListRegions", AwsErrorKind.DeniedByPolicy, "AccessDeniedException").Fail("DescribeRegions", AwsErrorKind.DeniedByScp, "UnauthorizedOperation");
        var failure = await Assert.ThrowsAsync<AwsCallException>(() => AccountRegions.FindAsync(calls, "us-east-1", CancellationToken.None));
        Assert.Equal(AwsErrorKind.DeniedByScp, failure.Kind);
    }

    [Fact]
    public async Task The_credentials_say_whose_account_it_is()
    {
        var calls = new CannedCalls().Answer(
            "GetCallerIdentity", "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>a</Arn><Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>");
        Assert.Equal(new AccountIdentity("111122223333", AwsPartition.China), await AccountIdentity.FindAsync(calls, "cn-north-1", CancellationToken.None));
    }
}
