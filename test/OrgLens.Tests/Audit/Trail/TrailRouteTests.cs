using OrgLens.Audit.Assets;
using OrgLens.Audit.Products;
using OrgLens.Audit.Usage;

namespace OrgLens.Tests.Audit.Trail;

public sealed class TrailRouteTests
{
    [Theory]
    [InlineData("servicecatalog.amazonaws.com", "ProvisionProduct", "products")]
    [InlineData("servicecatalog.amazonaws.com", "DescribeProvisionedProduct", "")]
    [InlineData("ec2.amazonaws.com", "RunInstances", "assets")]
    [InlineData("ec2.amazonaws.com", "DescribeInstances", "")]
    [InlineData("rds.amazonaws.com", "RestoreDBClusterFromSnapshot", "assets")]
    [InlineData("rds.amazonaws.com", "CreateDBSubnetGroup", "")]
    [InlineData("lambda.amazonaws.com", "CreateFunction20150331", "assets")]
    [InlineData("lambda.amazonaws.com", "UpdateFunctionCode20150331v2", "assets")]
    [InlineData("lambda.amazonaws.com", "CreateFunctionUrlConfig", "")]
    [InlineData("lambda.amazonaws.com", "AddPermission20150331v2", "")]
    [InlineData("quicksight.amazonaws.com", "GetDashboard", "usage")]
    [InlineData("quicksight.amazonaws.com", "InvokeAction", "")]
    [InlineData("rds.amazonaws.com", "RunInstances", "")]
    public void A_record_goes_to_the_consumer_that_lives_on_it(string source, string name, string consumer)
    {
        var wanted = new[]
        {
            (Name: "products", IsWanted: ProductAudit.Wants(source, name)),
            (Name: "assets", IsWanted: AssetTracker.Wants(source, name)),
            (Name: "usage", IsWanted: UsageAudit.Wants(source, name)),
        };

        Assert.Equal(consumer, string.Join(',', wanted.Where(each => each.IsWanted).Select(each => each.Name)));
    }
}
