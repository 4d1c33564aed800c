using OrgLens.Database;

namespace OrgLens.Tests.Database;

public sealed class DatabaseTargetTests
{
    [Theory]
    [InlineData("arn:aws:rds:eu-west-1:999900000000:cluster:orglens", "eu-west-1")]
    [InlineData("arn:aws-us-gov:rds:us-gov-west-1:999900000000:cluster:orglens", "us-gov-west-1")]
    [InlineData("orglens", null)]
    [InlineData(null, null)]
    public void Knows_the_region_of_a_cluster(string? arn, string? region) => Assert.Equal(region, DatabaseTarget.RegionOf(arn));
}
