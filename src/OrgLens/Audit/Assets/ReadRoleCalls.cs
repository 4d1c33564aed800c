using System.Collections.Concurrent;
using OrgLens.Aws;
using OrgLens.Sender;

namespace OrgLens.Audit.Assets;

/// <summary>Reads other accounts by a role of the same name in each of them, and the own one as it is. Safe for concurrent use.</summary>
/// <param name="own">Client with the own credentials.</param>
/// <param name="options">How the accounts' clients make calls.</param>
/// <param name="region">The Region whose STS is called.</param>
/// <param name="role">Name of the role, with its path if it has one; null: other accounts are not read.</param>
/// <param name="clock">Measures waits and time limits.</param>
public sealed class ReadRoleCalls(IAwsCalls own, AwsClientOptions options, string region, string? role, TimeProvider clock) : IAccountCalls, IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Reader>> _readers = new(StringComparer.Ordinal);
    private AccountIdentity? _identity;

    /// <summary>Operations that the own credentials must be allowed.</summary>
    public static IReadOnlyList<AwsOperation> Operations { get; } = [AccountIdentity.GetCallerIdentity, AwsServices.Sts.Operation("AssumeRole")];

    /// <inheritdoc/>
    public async Task<IAwsCalls?> OfAsync(string account, CancellationToken cancellationToken)
    {
        _identity ??= await AccountIdentity.FindAsync(own, region, cancellationToken);
        if (account == _identity.AccountId)
        {
            return own;
        }

        if (role is null)
        {
            return null;
        }

        var reader = _readers.GetOrAdd(account, _ => new Lazy<Reader>(() => Read(account))).Value;
        // Asked for here, a refusal says that it is one; inside a call of the client it would look like a fault of that.
        await reader.Credentials.GetCredentialsAsync().WaitAsync(cancellationToken);
        return reader.Client;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var reader in _readers.Values.Where(reader => reader.IsValueCreated))
        {
            reader.Value.Client.Dispose();
            reader.Value.Credentials.Dispose();
        }
    }

    private Reader Read(string account)
    {
        var credentials = new AssumedRole(own, region, $"arn:{AwsPartition.Of(region).Name}:iam::{account}:role/{role}", "orglens-assets");
        return new Reader(new AwsClient(options with { Credentials = credentials }, clock), credentials);
    }

    private sealed record Reader(AwsClient Client, AssumedRole Credentials);
}
