namespace OrgLens.Local.DataApi;

/// <summary>The body of any of the five operations; each uses the members it knows.</summary>
internal sealed record DataApiRequest
{
    public string? ResourceArn { get; init; }

    public string? SecretArn { get; init; }

    public string? Sql { get; init; }

    public string? Database { get; init; }

    public string? Schema { get; init; }

    public string? TransactionId { get; init; }

    public IReadOnlyList<SqlParameterValue> Parameters { get; init; } = [];

    public IReadOnlyList<IReadOnlyList<SqlParameterValue>> ParameterSets { get; init; } = [];

    public bool IncludeResultMetadata { get; init; }

    public bool ContinueAfterTimeout { get; init; }

    public bool FormatsRecordsAsJson { get; init; }

    public bool ReturnsDecimalsAsNumbers { get; init; }

    public bool ReturnsLongsAsStrings { get; init; }
}
