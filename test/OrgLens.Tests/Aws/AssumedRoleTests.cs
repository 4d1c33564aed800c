using Amazon.Runtime;
using OrgLens.Aws;

namespace OrgLens.Tests.Aws;

public sealed class AssumedRoleTests
{
    private const string Answer =
        """
        <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials><AccessKeyId>ASIAROLE</AccessKeyId>
        <SecretAccessKey>s</SecretAccessKey><SessionToken>role-token</SessionToken><Expiration>2999-01-01T00:00:00Z</Expiration></Credentials>
        </AssumeRoleResult></AssumeRoleResponse>
        """;

    [Fact]
    public async Task Calls_are_made_as_the_role_which_is_taken_over_once()
    {
        await using var server = await WireServer.StartAsync(request => request.Headers["authorization"].Contains("/sts/", StringComparison.Ordinal)
            ? WireAnswer.Of(Answer, contentType: "text/xml")
            : WireAnswer.Of("""{"Keys":[]}"""));
        using var own = new AwsClient(new AwsClientOptions { Credentials = new BasicAWSCredentials("AKIAOWN", "s"), Endpoint = server.Url }, TimeProvider.System);
        using var role = new AwsClient(
            new AwsClientOptions { Credentials = new AssumedRole(own, "eu-west-1", "arn:aws:iam::111122223333:role/reader", "orglens"), Endpoint = server.Url },
            TimeProvider.System);
        await role.CallAsync(AwsServices.Kms.Operation("ListKeys"), "eu-west-1", null, CancellationToken.None);
        await role.CallAsync(AwsServices.Kms.Operation("ListKeys"), "eu-west-2", null, CancellationToken.None);
        Assert.Equal(["AKIAOWN", "ASIAROLE", "ASIAROLE"], server.Requests.Select(request => request.Headers["authorization"].Split('=', '/')[1]));
        Assert.Equal("role-token", server.Requests[1].Headers["x-amz-security-token"]);
    }
}
