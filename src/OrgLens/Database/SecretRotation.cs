using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;

namespace OrgLens.Database;

/// <summary>
/// Rotates the secret of one of the database's roles between two that may do the same (<c>orglens_app</c> and <c>orglens_app_clone</c>): the one that the secret does
/// not name gets a new password, then the secret names it. Whoever still uses the one before is let in until the rotation after, so nothing that is under way fails.
/// Each step may be repeated, and a rotation that broke off is followed by a new one.
/// </summary>
/// <param name="secrets">Secrets Manager.</param>
/// <param name="master">The database, entered as its master user.</param>
/// <param name="enter">The database, entered with a secret of this name or ARN.</param>
/// <remarks>https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets-two-users.html</remarks>
public sealed class SecretRotation(IAmazonSecretsManager secrets, DataApi master, Func<string, DataApi> enter)
{
    private const string Current = "AWSCURRENT";
    private const string Pending = "AWSPENDING";
    private const string Clone = "_clone";
    private const int PasswordLength = 40;
    private const string PasswordCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>Does one step of a rotation.</summary>
    /// <param name="step">The step.</param>
    /// <param name="secretId">The secret.</param>
    /// <param name="token">Id of the version that the secret is to have; null or empty to have the current one tested.</param>
    /// <param name="cancellationToken">Ends the step.</param>
    /// <exception cref="SecretRotationException">The version is not one that waits for its rotation, or the database does not let it in.</exception>
    public async Task RunAsync(RotationStep step, string secretId, string? token, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(token) && step == RotationStep.TestSecret)
        {
            await EnterAsync(secretId, cancellationToken);
            return;
        }

        var described = await secrets.DescribeSecretAsync(new DescribeSecretRequest { SecretId = secretId }, cancellationToken);
        if (string.IsNullOrEmpty(token) || described.VersionIdsToStages?.GetValueOrDefault(token) is not { } stages)
        {
            throw new SecretRotationException($"The secret {described.Name} has no version {token} to rotate to.");
        }

        if (stages.Contains(Current))
        {
            // It was finished, and nobody was told.
            return;
        }

        if (!stages.Contains(Pending))
        {
            throw new SecretRotationException($"The version {token} of the secret {described.Name} is not {Pending}.");
        }

        var rotated = new Rotated(secretId, described, token);
        await (step switch
        {
            RotationStep.CreateSecret => CreateAsync(rotated, cancellationToken),
            RotationStep.SetSecret => SetAsync(rotated, cancellationToken),
            RotationStep.TestSecret => TestAsync(rotated, cancellationToken),
            _ => FinishAsync(rotated, cancellationToken),
        });
    }

    private async Task CreateAsync(Rotated rotated, CancellationToken cancellationToken)
    {
        if (await PendingAsync(rotated, cancellationToken) is not null)
        {
            return;
        }

        // What else it holds (a host, a port) is its owner's.
        var content = JsonNode.Parse(await CurrentAsync(rotated.SecretId, cancellationToken))!.AsObject();
        content["username"] = Other((string?)content["username"] ?? throw new SecretRotationException($"The secret {rotated.Name} names no user."));
        content["password"] = RandomNumberGenerator.GetString(PasswordCharacters, PasswordLength);
        await secrets.PutSecretValueAsync(
            new PutSecretValueRequest { SecretId = rotated.SecretId, ClientRequestToken = rotated.Token, SecretString = content.ToJsonString(), VersionStages = [Pending] },
            cancellationToken);
    }

    private async Task SetAsync(Rotated rotated, CancellationToken cancellationToken)
    {
        var pending = RoleCredentials.Parse(await RequiredAsync(rotated, cancellationToken));
        if (pending.UserName == RoleCredentials.Parse(await CurrentAsync(rotated.SecretId, cancellationToken)).UserName)
        {
            throw new SecretRotationException($"The secret {rotated.Name} names {pending.UserName} already, who would be locked out.");
        }

        await master.ExecuteAsync(
            SqlFiles.Read("calls/role_password"), [Parameter.Text("role", pending.UserName), Parameter.Text("password", pending.Password)], cancellationToken);
    }

    // The Data API reads the current version of a secret by itself and can't be told of another one: the pending one is tried as a secret of its own.
    private async Task TestAsync(Rotated rotated, CancellationToken cancellationToken)
    {
        var content = await PendingAsync(rotated, cancellationToken) ?? await CurrentAsync(rotated.SecretId, cancellationToken);
        var trial = $"{rotated.Name[..(rotated.Name.LastIndexOf('/') + 1)]}trial/{rotated.Token}";
        try
        {
            await secrets.CreateSecretAsync(
                new CreateSecretRequest { Name = trial, ClientRequestToken = rotated.Token, Description = $"Tries a new password of {rotated.Name}", SecretString = content },
                cancellationToken);
        }
        catch (ResourceExistsException)
        {
            // Left by a test that broke off. A version's content never changes: it is the same.
        }

        try
        {
            var (expected, entered) = (RoleCredentials.Parse(content).UserName, await EnterAsync(trial, cancellationToken));
            if (entered != expected)
            {
                throw new SecretRotationException($"Who entered the database as {expected} is {entered} there.");
            }
        }
        finally
        {
            // It is to go whatever the test says and whoever has stopped waiting for it.
            await secrets.DeleteSecretAsync(new DeleteSecretRequest { SecretId = trial, ForceDeleteWithoutRecovery = true }, CancellationToken.None);
        }
    }

    private async Task FinishAsync(Rotated rotated, CancellationToken cancellationToken)
    {
        await secrets.UpdateSecretVersionStageAsync(
            new UpdateSecretVersionStageRequest { SecretId = rotated.SecretId, VersionStage = Current, MoveToVersionId = rotated.Token, RemoveFromVersionId = rotated.CurrentVersion },
            cancellationToken);
        // A version that waits for nothing any more. Both labels on one version would do no harm.
        await secrets.UpdateSecretVersionStageAsync(
            new UpdateSecretVersionStageRequest { SecretId = rotated.SecretId, VersionStage = Pending, RemoveFromVersionId = rotated.Token }, cancellationToken);
    }

    private async Task<string> EnterAsync(string secretId, CancellationToken cancellationToken) =>
        (await enter(secretId).ExecuteAsync(SqlFiles.Read("calls/entered_as"), [], cancellationToken)).Records[0][0].StringValue;

    private async Task<string> RequiredAsync(Rotated rotated, CancellationToken cancellationToken) =>
        await PendingAsync(rotated, cancellationToken) ?? throw new SecretRotationException($"The version {rotated.Token} of the secret {rotated.Name} has no content yet.");

    private async Task<string> CurrentAsync(string secretId, CancellationToken cancellationToken) =>
        (await secrets.GetSecretValueAsync(new GetSecretValueRequest { SecretId = secretId, VersionStage = Current }, cancellationToken)).SecretString;

    private async Task<string?> PendingAsync(Rotated rotated, CancellationToken cancellationToken)
    {
        try
        {
            var request = new GetSecretValueRequest { SecretId = rotated.SecretId, VersionId = rotated.Token, VersionStage = Pending };
            return (await secrets.GetSecretValueAsync(request, cancellationToken)).SecretString;
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }

    private static string Other(string user) => user.EndsWith(Clone, StringComparison.Ordinal) ? user[..^Clone.Length] : user + Clone;

    private sealed record Rotated(string SecretId, DescribeSecretResponse Described, string Token)
    {
        public string Name => Described.Name;

        public string? CurrentVersion => Described.VersionIdsToStages.FirstOrDefault(version => version.Value.Contains(Current)).Key;
    }
}
