namespace OrgLens.Audit.Trail;

/// <summary>What became of an object that was announced, in numbers.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Source">The object.</param>
public sealed record FilterResult(FilterOutcome Outcome, TrailObject Source)
{
    /// <summary>Records in it.</summary>
    public long Records { get; init; }

    /// <summary>Messages that were sent; a record that several consumers want is sent to each.</summary>
    public int Wanted { get; init; }

    /// <summary>Records that were quarantined.</summary>
    public int Rejected { get; init; }

    /// <summary>Bytes of text.</summary>
    public long Bytes { get; init; }

    /// <summary>From the object's creation to the end of the filter's work; null where the object was not read.</summary>
    public TimeSpan? Lag { get; init; }
}
