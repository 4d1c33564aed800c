using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace OrgLens.Aws;

/// <summary>Reads lists to their end.</summary>
public static class AwsPages
{
    /// <summary>
    /// The answers of an operation, page by page. A page without items but with a token is followed; a token that came before is an
    /// error, so that the loop ends.
    /// </summary>
    /// <exception cref="AwsCallException">A page could not be had.</exception>
    /// <exception cref="AwsAnswerException">A token came twice.</exception>
    public static async IAsyncEnumerable<AwsValue> PagesAsync(
        this IAwsCalls calls, AwsOperation operation, string region, JsonObject? input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(calls);
        ArgumentNullException.ThrowIfNull(operation);
        var request = input?.DeepClone().AsObject() ?? [];
        var paging = operation.Paging;
        if (paging?.Limit is { } limit && !request.ContainsKey(limit))
        {
            request[limit] = paging.Size;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var page = await calls.CallAsync(operation, region, request, cancellationToken);
            yield return page;
            if (paging is null || NextToken(page, paging) is not { } token)
            {
                yield break;
            }

            if (!seen.Add(token))
            {
                throw new AwsAnswerException(operation, paging.Output, "is a token that came before");
            }

            request[paging.Input] = token;
        }
    }

    private static string? NextToken(AwsValue page, AwsPaging paging) =>
        paging.More is not null && page.Flag(paging.More) is not true ? null
        : page.Text(paging.Output) is { Length: > 0 } token ? token
        : null;
}
