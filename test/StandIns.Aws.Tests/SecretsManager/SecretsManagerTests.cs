using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using StandIns.Aws.Tests.Wire;

namespace StandIns.Aws.Tests.SecretsManager;

public sealed class SecretsManagerTests
{
    [Fact]
    public async Task Reads_a_secret()
    {
        await using var server = new RecordingServer(CannedResponse.Ok(
            """{"ARN":"a","Name":"n","VersionId":"v","SecretString":"{}","SecretBinary":"AQI=","VersionStages":["AWSCURRENT"],"CreatedDate":1768435200.125}"""));
        using var client = Client(server);

        var secret = await client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "core", VersionStage = "AWSCURRENT" });

        Assert.Equal("secretsmanager.GetSecretValue", server.Request.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.1", server.Request.Headers["Content-Type"]);
        Assert.Equal("""{"SecretId":"core","VersionStage":"AWSCURRENT"}""", server.Request.Text);
        Assert.Equal(SigV4.Authorization(server.Request, "AKIDEXAMPLE", "secret", "eu-west-1", "secretsmanager"), server.Request.Headers["Authorization"]);
        Assert.Equal(("a", "n", "v", "{}"), (secret.ARN, secret.Name, secret.VersionId, secret.SecretString));
        Assert.Equal([1, 2], secret.SecretBinary.ToArray());
        Assert.Equal(["AWSCURRENT"], secret.VersionStages);
        Assert.Equal(new DateTime(2026, 1, 15, 0, 0, 0, 125, DateTimeKind.Utc), secret.CreatedDate);
        Assert.Equal(DateTimeKind.Utc, secret.CreatedDate!.Value.Kind);
    }

    [Fact]
    public async Task Makes_a_new_secret_with_a_token_of_its_own()
    {
        await using var server = new RecordingServer(CannedResponse.Ok("""{"ARN":"a"}"""));
        using var client = Client(server);

        await client.CreateSecretAsync(new CreateSecretRequest { Name = "core", SecretString = "{}", Tags = [new() { Key = "k", Value = "v" }] });
        await client.PutSecretValueAsync(new PutSecretValueRequest { SecretId = "core", SecretString = "{}", ClientRequestToken = "given" });

        Assert.True(Guid.TryParse(server.Requests[0].Json["ClientRequestToken"]!.GetValue<string>(), out _));
        Assert.Equal("v", server.Requests[0].Json["Tags"]![0]!["Value"]!.GetValue<string>());
        Assert.Equal("given", server.Requests[1].Json["ClientRequestToken"]!.GetValue<string>());
    }

    [Fact]
    public async Task Moves_the_labels_of_versions_and_deletes()
    {
        await using var server = new RecordingServer(CannedResponse.Ok(
            """{"ARN":"a","Name":"n","RotationEnabled":true,"LastRotatedDate":1768435200,"VersionIdsToStages":{"v1":["AWSCURRENT"],"v2":["AWSPENDING","OTHER"]}}"""));
        using var client = Client(server);

        var described = await client.DescribeSecretAsync(new DescribeSecretRequest { SecretId = "core" });
        await client.UpdateSecretVersionStageAsync(
            new UpdateSecretVersionStageRequest { SecretId = "core", VersionStage = "AWSCURRENT", MoveToVersionId = "v2", RemoveFromVersionId = "v1" });
        await client.DeleteSecretAsync(new DeleteSecretRequest { SecretId = "core", ForceDeleteWithoutRecovery = true });

        Assert.Equal(("a", "n", true), (described.ARN, described.Name, described.RotationEnabled));
        Assert.Equal(new DateTime(2026, 1, 15, 0, 0, 0, DateTimeKind.Utc), described.LastRotatedDate);
        Assert.Equal(["AWSPENDING", "OTHER"], described.VersionIdsToStages["v2"]);
        Assert.Equal(
            ["secretsmanager.DescribeSecret", "secretsmanager.UpdateSecretVersionStage", "secretsmanager.DeleteSecret"],
            server.Requests.Select(request => request.Headers["X-Amz-Target"]));
        Assert.Equal("""{"SecretId":"core","VersionStage":"AWSCURRENT","MoveToVersionId":"v2","RemoveFromVersionId":"v1"}""", server.Requests[1].Text);
        Assert.Equal("""{"SecretId":"core","ForceDeleteWithoutRecovery":true}""", server.Requests[2].Text);
    }

    [Theory]
    [InlineData("ResourceNotFoundException", typeof(ResourceNotFoundException))]
    [InlineData("DecryptionFailure", typeof(DecryptionFailureException))]
    [InlineData("InvalidRequestException", typeof(InvalidRequestException))]
    [InlineData("Unheard", typeof(AmazonSecretsManagerException))]
    public async Task Types_its_errors(string code, Type expected)
    {
        await using var server = new RecordingServer(new CannedResponse(400, $$"""{"__type":"{{code}}","Message":"m"}"""));
        using var client = Client(server);

        var exception = await Assert.ThrowsAnyAsync<AmazonSecretsManagerException>(() => client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "core" }));

        Assert.IsType(expected, exception);
        Assert.Equal(code, exception.ErrorCode);
    }

    private static AmazonSecretsManagerClient Client(RecordingServer server) =>
        new("AKIDEXAMPLE", "secret", new AmazonSecretsManagerConfig { ServiceURL = server.Url, AuthenticationRegion = "eu-west-1" });
}
