using System.Text.Json.Nodes;
using Amazon.Runtime;

namespace OrgLens.Aws;

/// <summary>Credentials of a role, taken over with other credentials and renewed before they end.</summary>
/// <param name="calls">Client with the credentials that may take over the role.</param>
/// <param name="region">The Region whose STS is called.</param>
/// <param name="roleArn">The role.</param>
/// <param name="sessionName">Who CloudTrail says it was.</param>
/// <remarks>https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html</remarks>
public sealed class AssumedRole(IAwsCalls calls, string region, string roleArn, string sessionName) : RefreshingAWSCredentials
{
    private static readonly AwsOperation AssumeRole = AwsServices.Sts.Operation("AssumeRole");

    /// <inheritdoc/>
    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        var answer = await calls.CallAsync(
            AssumeRole, region, new JsonObject { ["RoleArn"] = roleArn, ["RoleSessionName"] = sessionName }, CancellationToken.None);
        var credentials = answer.Child("Credentials");
        return new CredentialsRefreshState(
            new ImmutableCredentials(Text(credentials, "AccessKeyId"), Text(credentials, "SecretAccessKey"), Text(credentials, "SessionToken")),
            (credentials.Instant("Expiration") ?? throw Missing("Expiration")).UtcDateTime);
    }

    /// <inheritdoc/>
    protected override CredentialsRefreshState GenerateNewCredentials() => GenerateNewCredentialsAsync().GetAwaiter().GetResult();

    private static string Text(AwsValue credentials, string member) => credentials.Text(member) ?? throw Missing(member);

    private static AwsAnswerException Missing(string member) => new(AssumeRole, member, "is missing");
}
