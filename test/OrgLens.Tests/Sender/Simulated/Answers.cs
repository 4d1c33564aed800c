using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Tests.Sender.Simulated;

/// <summary>Asks every question once and remembers the answer: the same calls again cost nothing and end alike.</summary>
internal sealed class Answers(IAwsCalls calls) : IAwsCalls
{
    private readonly ConcurrentDictionary<CallKey, Lazy<Task<AwsValue>>> _known = new();

    /// <summary>Every call that was made so far.</summary>
    public IReadOnlyCollection<CallKey> Made => [.. _known.Keys];

    public Task<AwsValue> CallAsync(AwsOperation operation, string region, JsonObject? input, CancellationToken cancellationToken) =>
        _known.GetOrAdd(
            CallKey.Of(operation, region, input),
            key => new Lazy<Task<AwsValue>>(() => calls.CallAsync(operation, region, key.ToInput(), CancellationToken.None))).Value.WaitAsync(cancellationToken);
}
