using System.Text.Json.Nodes;
using Amazon.Runtime;
using OrgLens.Aws;

namespace OrgLens.Tests.Aws;

public sealed class EndpointOverrideTests
{
    [Fact]
    public async Task The_environment_names_an_endpoint_for_one_service_and_nothing_is_put_before_its_host()
    {
        // A service of its own, so that no other test sees the variable.
        var service = AwsServices.S3Control with { Id = "Endpoint Override" };
        var operation = new AwsOperation(service, "GetPublicAccessBlock")
        {
            Route = new AwsRoute("GET", "/v20180820/configuration/publicAccessBlock")
            {
                Headers = new Dictionary<string, string> { ["AccountId"] = "x-amz-account-id" },
                HostMember = "AccountId",
            },
        };
        await using var server = await WireServer.StartAsync(WireAnswer.Of("<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls></PublicAccessBlockConfiguration>", contentType: "text/xml"));
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL_ENDPOINT_OVERRIDE", server.Url.AbsoluteUri);
        using var client = new AwsClient(new AwsClientOptions { Credentials = new BasicAWSCredentials("AKIDEXAMPLE", "secret") }, TimeProvider.System);
        var answer = await client.CallAsync(operation, "eu-west-1", new JsonObject { ["AccountId"] = "111122223333" }, CancellationToken.None);
        Assert.True(answer.Flag("BlockPublicAcls"));
        var request = Assert.Single(server.Requests);
        Assert.Equal((server.Url.Authority, "111122223333"), (request.Headers["host"], request.Headers["x-amz-account-id"]));
        Assert.Contains("/eu-west-1/s3/aws4_request", request.Headers["authorization"], StringComparison.Ordinal);
    }
}
