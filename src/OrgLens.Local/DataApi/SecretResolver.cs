using System.Collections.Concurrent;
using System.Text.Json;
using OrgLens.Local.Postgres;

namespace OrgLens.Local.DataApi;

/// <summary>Turns secret ARNs into credentials, and remembers them for a while so that a call does not cost two.</summary>
internal sealed class SecretResolver(Func<string, CancellationToken, Task<string?>> findSecret, TimeProvider time)
{
    private static readonly TimeSpan s_memory = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<string, (DatabaseCredentials Credentials, DateTimeOffset ReadAt)> _known = new(StringComparer.Ordinal);

    public async ValueTask<DatabaseCredentials> ResolveAsync(string arn, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_known.TryGetValue(arn, out var known) && now - known.ReadAt < s_memory)
        {
            return known.Credentials;
        }

        var text = await findSecret(arn, cancellationToken) ?? throw DataApiException.SecretNotFound(arn);
        var credentials = Parse(text);
        _known[arn] = (credentials, now);
        return credentials;
    }

    /// <summary>Forgets a secret whose password the database has refused: it may have been changed since.</summary>
    public void Forget(string arn) => _known.TryRemove(arn, out _);

    private static DatabaseCredentials Parse(string text)
    {
        try
        {
            using var secret = JsonDocument.Parse(text);
            return secret.RootElement.ValueKind == JsonValueKind.Object
                && secret.RootElement.TryGetProperty("username", out var user) && user.ValueKind == JsonValueKind.String
                && secret.RootElement.TryGetProperty("password", out var password) && password.ValueKind == JsonValueKind.String
                ? new DatabaseCredentials(user.GetString()!, password.GetString()!)
                : throw DataApiException.InvalidSecret();
        }
        catch (JsonException)
        {
            throw DataApiException.InvalidSecret();
        }
    }
}
