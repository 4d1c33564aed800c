namespace OrgLens.Local.Lambda;

/// <summary>What a function that reports item failures returns.</summary>
internal sealed record BatchResponse(IReadOnlyList<BatchResponse.Failure>? BatchItemFailures)
{
    /// <summary>A message that is to be delivered again.</summary>
    internal sealed record Failure(string? ItemIdentifier);
}
