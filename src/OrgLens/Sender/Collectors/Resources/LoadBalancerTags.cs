using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Resources;

/// <summary>Tags of load balancers, which both generations of the service give for 20 of them at a time.</summary>
/// <param name="Describe">The generation's DescribeTags.</param>
/// <param name="Input">Member of its input that takes the keys.</param>
/// <param name="Key">Member of a load balancer that is its key.</param>
/// <param name="AnswerKey">The same in the answer.</param>
internal sealed record LoadBalancerTags(AwsOperation Describe, string Input, string Key, string AnswerKey)
{
    private const int PerCall = 20;

    /// <summary>Load balancers with their tags; null: not known.</summary>
    public async Task<IReadOnlyList<(AwsValue Balancer, IReadOnlyList<AwsValue>? Tags)>> ReadAsync(
        CollectorRun run, IReadOnlyList<AwsValue> balancers, CancellationToken cancellationToken)
    {
        var chunks = await Task.WhenAll(balancers.Chunk(PerCall).Select(chunk => ReadChunkAsync(run, chunk, cancellationToken)));
        return [.. chunks.SelectMany(chunk => chunk)];
    }

    private async Task<IEnumerable<(AwsValue Balancer, IReadOnlyList<AwsValue>? Tags)>> ReadChunkAsync(
        CollectorRun run, IReadOnlyList<AwsValue> balancers, CancellationToken cancellationToken)
    {
        var input = new JsonObject { [Input] = new JsonArray([.. balancers.Select(balancer => (JsonNode?)balancer.Text(Key))]) };
        var answer = await run.TryCallAsync(Describe, input, [], cancellationToken);
        var described = answer?.List("TagDescriptions");
        return balancers.Select(balancer => (balancer, described?.FirstOrDefault(tags => tags.Text(AnswerKey) == balancer.Text(Key)).List("Tags")));
    }
}
