namespace OrgLens.Aws;

/// <summary>How an operation is read to its end.</summary>
/// <param name="Input">Member of the input that takes the token.</param>
/// <param name="Output">Path in the answer where the next page's token is; none or an empty one ends the list.</param>
/// <param name="Limit">Member of the input that asks for a page size; null: none.</param>
/// <param name="Size">The page size, the largest that the service allows.</param>
public sealed record AwsPaging(string Input, string Output, string? Limit = null, int Size = 0)
{
    /// <summary>Path of a flag that says whether there is more, for services that give a token on the last page, too.</summary>
    public string? More { get; init; }

    /// <summary>The usual names of the JSON services.</summary>
    public static AwsPaging NextToken(int size = 0) => new("NextToken", "NextToken", size > 0 ? "MaxResults" : null, size);

    /// <summary>The usual names of the REST services, which begin with a small letter.</summary>
    public static AwsPaging LowerNextToken(int size = 0) => new("nextToken", "nextToken", size > 0 ? "maxResults" : null, size);
}
