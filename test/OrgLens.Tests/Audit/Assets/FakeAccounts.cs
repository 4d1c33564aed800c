using OrgLens.Audit.Assets;
using OrgLens.Aws;

namespace OrgLens.Tests.Audit.Assets;

/// <summary>One client for all accounts, or none into any.</summary>
internal sealed class FakeAccounts(IAwsCalls? calls) : IAccountCalls
{
    private readonly AwsCallException? _refusal;
    private int _asked;

    public FakeAccounts(AwsCallException refusal)
        : this(default(IAwsCalls)) => _refusal = refusal;

    public int Asked => _asked;

    public Task<IAwsCalls?> OfAsync(string account, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _asked);
        return _refusal is null ? Task.FromResult(calls) : throw _refusal;
    }
}
