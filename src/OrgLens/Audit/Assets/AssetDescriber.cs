using OrgLens.Aws;

namespace OrgLens.Audit.Assets;

/// <summary>
/// Asks the accounts of assets about them: one call for all of a kind in an account and Region, where the service has such a call. What can't be
/// answered, or not in time, has a status instead.
/// </summary>
/// <param name="accounts">The way into the accounts.</param>
/// <param name="patience">How long all questions of a batch may take together.</param>
/// <param name="clock">Says when it was asked.</param>
public sealed class AssetDescriber(IAccountCalls accounts, TimeSpan patience, TimeProvider clock)
{
    private const int Concurrency = 16;

    /// <summary>What all assets of a kind are read by.</summary>
    public static IReadOnlyList<AwsOperation> Operations { get; } =
    [
        InstanceQuestion.DescribeInstances, VolumeQuestion.DescribeVolumes, DbInstanceQuestion.DescribeDBInstances, DbClusterQuestion.DescribeDBClusters,
        FunctionQuestion.GetFunctionConfiguration, FunctionQuestion.ListTags,
    ];

    /// <summary>Asks about assets.</summary>
    /// <param name="assets">The assets, each once.</param>
    /// <param name="cancellationToken">Ends the questions, and with them the batch.</param>
    /// <returns>One description for each asset.</returns>
    public async Task<IReadOnlyList<AssetDescription>> DescribeAsync(IEnumerable<AssetArn> assets, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(assets);
        using var limit = new CancellationTokenSource(patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var gate = new SemaphoreSlim(Concurrency);
        var answers = await Task.WhenAll(assets.GroupBy(asset => asset.Account, StringComparer.Ordinal).Select(account => OfAccountAsync(account, gate, either.Token)));
        cancellationToken.ThrowIfCancellationRequested();
        return [.. answers.SelectMany(some => some)];
    }

    private async Task<IEnumerable<AssetDescription>> OfAccountAsync(IGrouping<string, AssetArn> account, SemaphoreSlim gate, CancellationToken cancellationToken)
    {
        var askedAt = clock.GetUtcNow();
        IAwsCalls? calls = null;
        var refused = await StatusAsync(async () => calls = await accounts.OfAsync(account.Key, cancellationToken));
        if (refused is not null || calls is null)
        {
            return account.Select(asset => new AssetDescription(asset.ToString(), askedAt, refused ?? DescribeStatus.NotAsked));
        }

        var groups = account.GroupBy(asset => (asset.Region, asset.Kind)).SelectMany(group => group.Chunk(QuestionOf(group.Key.Kind).AtMost));
        var answers = await Task.WhenAll(groups.Select(group => AskAsync(calls, group, gate, cancellationToken)));
        return answers.SelectMany(some => some);
    }

    private async Task<IEnumerable<AssetDescription>> AskAsync(IAwsCalls calls, AssetArn[] assets, SemaphoreSlim gate, CancellationToken cancellationToken)
    {
        var askedAt = clock.GetUtcNow();
        var answered = new Dictionary<string, AssetDescription>(StringComparer.Ordinal);
        var failure = await StatusAsync(async () =>
        {
            await gate.WaitAsync(cancellationToken);
            try
            {
                await foreach (var (id, answer) in QuestionOf(assets[0].Kind).AskAsync(calls, assets[0].Region, [.. assets.Select(asset => asset.Id)], cancellationToken))
                {
                    answered[id] = answer(new AssetDescription((assets[0] with { Id = id }).ToString(), askedAt, DescribeStatus.Described));
                }
            }
            finally
            {
                gate.Release();
            }
        });
        if (failure == DescribeStatus.Gone && assets.Length > 1)
        {
            // One of them is gone, and the service says nothing about the others then.
            var halves = await Task.WhenAll(assets.Chunk((assets.Length + 1) / 2).Select(half => AskAsync(calls, half, gate, cancellationToken)));
            return halves.SelectMany(half => half);
        }

        return assets.Select(asset => answered.GetValueOrDefault(asset.Id) ?? new AssetDescription(asset.ToString(), askedAt, failure ?? DescribeStatus.Gone));
    }

    private static IAssetQuestion QuestionOf(AssetKind kind) => kind switch
    {
        AssetKind.Instance => new InstanceQuestion(),
        AssetKind.Volume => new VolumeQuestion(),
        AssetKind.DbInstance => new DbInstanceQuestion(),
        AssetKind.DbCluster => new DbClusterQuestion(),
        _ => new FunctionQuestion(),
    };

    private static async Task<DescribeStatus?> StatusAsync(Func<Task> work)
    {
        try
        {
            await work();
            return null;
        }
        catch (AwsCallException failure)
        {
            return DescribeStatuses.Of(failure);
        }
        catch (AwsAnswerException)
        {
            return DescribeStatus.Failed;
        }
        catch (OperationCanceledException)
        {
            return DescribeStatus.TimedOut;
        }
    }
}
