using OrgLens.Audit.Assets;
using OrgLens.Aws;

namespace OrgLens.Bench.Auditing;

/// <summary>No account can be asked: what is measured is the way into the database.</summary>
internal sealed class NoAccounts : IAccountCalls
{
    public Task<IAwsCalls?> OfAsync(string account, CancellationToken cancellationToken) => Task.FromResult<IAwsCalls?>(null);
}
