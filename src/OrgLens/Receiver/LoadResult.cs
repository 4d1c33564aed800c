namespace OrgLens.Receiver;

/// <summary>What became of one document.</summary>
public sealed record LoadResult
{
    /// <summary>How it ended.</summary>
    public required LoadOutcome Outcome { get; init; }

    /// <summary>Key of the object.</summary>
    public required string Key { get; init; }

    /// <summary>Rows by section; those of unchanged sections included.</summary>
    public IReadOnlyDictionary<string, int> Rows { get; init; } = new Dictionary<string, int>();

    /// <summary>Rows skipped by section.</summary>
    public IReadOnlyDictionary<string, int> Skipped { get; init; } = new Dictionary<string, int>();

    /// <summary>Rows that repeated a key of their own document, by section; the last one counts.</summary>
    public IReadOnlyDictionary<string, int> Duplicates { get; init; } = new Dictionary<string, int>();

    /// <summary>Sections that were the same as before and therefore not sent.</summary>
    public IReadOnlyList<string> Unchanged { get; init; } = [];

    /// <summary>Why it was refused (<see cref="RejectionReasons"/>); null when it was not.</summary>
    public string? Reason { get; init; }

    /// <summary>Where and what, when it was refused.</summary>
    public string? Detail { get; init; }

    /// <summary>Data API calls made.</summary>
    public int Calls { get; init; }

    /// <summary>Bytes of the object as stored.</summary>
    public long Bytes { get; init; }
}
