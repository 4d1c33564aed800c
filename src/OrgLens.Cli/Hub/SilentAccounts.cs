using OrgLens.Audit.Assets;
using OrgLens.Aws;

namespace OrgLens.Cli.Hub;

/// <summary>Accounts that are not asked about their assets: what a file of the past tells may be long gone.</summary>
internal sealed class SilentAccounts : IAccountCalls
{
    /// <inheritdoc/>
    public Task<IAwsCalls?> OfAsync(string account, CancellationToken cancellationToken) => Task.FromResult<IAwsCalls?>(null);
}
