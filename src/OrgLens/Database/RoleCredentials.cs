using System.Text.Json;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;

namespace OrgLens.Database;

/// <summary>Who enters the database, and with which password: the content of a secret.</summary>
/// <param name="UserName">Name of the role.</param>
/// <param name="Password">Its password.</param>
public sealed record RoleCredentials(string UserName, string Password)
{
    /// <summary>Reads what a secret holds now.</summary>
    /// <param name="secrets">Secrets Manager.</param>
    /// <param name="secretId">Name or ARN of the secret.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="FormatException">It has no <c>username</c> and <c>password</c>; the message does not say what it has.</exception>
    public static async Task<RoleCredentials> ReadAsync(IAmazonSecretsManager secrets, string secretId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        return Parse((await secrets.GetSecretValueAsync(new GetSecretValueRequest { SecretId = secretId, VersionStage = "AWSCURRENT" }, cancellationToken)).SecretString);
    }

    /// <summary>Reads the text of a secret.</summary>
    /// <exception cref="FormatException">It has no <c>username</c> and <c>password</c>; the message does not say what it has.</exception>
    public static RoleCredentials Parse(string secret)
    {
        try
        {
            using var json = JsonDocument.Parse(secret);
            if (Text(json.RootElement, "username") is { } user && Text(json.RootElement, "password") is { } password)
            {
                return new RoleCredentials(user, password);
            }
        }
        catch (JsonException)
        {
            // The exception would show a piece of the secret.
        }

        throw new FormatException("The secret is no JSON object with username and password.");

        static string? Text(JsonElement json, string name) =>
            json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }

    /// <summary>Says who, not with which password.</summary>
    public override string ToString() => UserName;
}
