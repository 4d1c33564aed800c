using Amazon;
using Amazon.RDSDataService;
using Amazon.RDSDataService.Model;
using Amazon.Runtime;
using Amazon.SQS;
using StandIns.Aws.Tests.Wire;

namespace StandIns.Aws.Tests.Setup;

[Collection(EnvironmentVariables.Collection)]
public sealed class EndpointTests
{
    [Theory]
    [InlineData("AWS_ENDPOINT_URL")]
    [InlineData("AWS_ENDPOINT_URL_RDS_DATA")]
    public async Task The_environment_moves_the_endpoint(string variable)
    {
        await using var server = new RecordingServer(CannedResponse.Ok("{}"));
        using var environment = new EnvironmentVariables()
            .Set(variable, server.Url)
            .Set("AWS_ACCESS_KEY_ID", "AKIDENVIRONMENT")
            .Set("AWS_SECRET_ACCESS_KEY", "secret")
            .Set("AWS_REGION", "eu-central-1");
        using var client = new AmazonRDSDataServiceClient();

        await client.ExecuteStatementAsync(new ExecuteStatementRequest { Sql = "select 1" });

        Assert.Equal(SigV4.Authorization(server.Request, "AKIDENVIRONMENT", "secret", "eu-central-1", "rds-data"), server.Request.Headers["Authorization"]);
    }

    [Theory]
    [InlineData("eu-west-1", false, false, "https://rds-data.eu-west-1.amazonaws.com/")]
    [InlineData("us-gov-west-1", true, false, "https://rds-data-fips.us-gov-west-1.amazonaws.com/")]
    [InlineData("eu-west-1", false, true, "https://rds-data.eu-west-1.api.aws/")]
    [InlineData("cn-north-1", false, false, "https://rds-data.cn-north-1.amazonaws.com.cn/")]
    public void Each_region_has_its_endpoint(string region, bool fips, bool dualStack, string expected)
    {
        using var client = new AmazonRDSDataServiceClient("a", "b", new AmazonRDSDataServiceConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
            UseFIPSEndpoint = fips,
            UseDualstackEndpoint = dualStack,
        });

        Assert.Equal(new Uri(expected), new Uri(client.DetermineServiceOperationEndpoint(new ExecuteStatementRequest()).URL));
    }

    [Fact]
    public void A_given_endpoint_excludes_fips()
    {
        using var client = new AmazonSQSClient("a", "b", new AmazonSQSConfig { ServiceURL = "http://127.0.0.1:1", AuthenticationRegion = "eu-west-1", UseFIPSEndpoint = true });

        Assert.Throws<AmazonClientException>(() => client.DetermineServiceOperationEndpoint(new Amazon.SQS.Model.GetQueueUrlRequest()));
    }

    [Fact]
    public void All_twelve_constructors_make_a_client()
    {
        using var environment = new EnvironmentVariables().Set("AWS_REGION", "eu-west-1");
        var credentials = new BasicAWSCredentials("a", "b");
        var config = new AmazonRDSDataServiceConfig { RegionEndpoint = RegionEndpoint.EUWest1 };
        var region = RegionEndpoint.EUWest1;
        AmazonRDSDataServiceClient[] clients =
        [
            new(), new(region), new(config), new(credentials), new(credentials, region), new(credentials, config),
            new("a", "b"), new("a", "b", region), new("a", "b", config), new("a", "b", "c"), new("a", "b", "c", region), new("a", "b", "c", config),
        ];

        Assert.All(clients, client => Assert.Equal(region, client.Config.RegionEndpoint));
        Array.ForEach(clients, client => client.Dispose());
    }
}
