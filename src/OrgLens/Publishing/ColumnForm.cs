namespace OrgLens.Publishing;

/// <summary>What a published column holds, in the words that PostgreSQL, Parquet and Athena have in common.</summary>
/// <remarks>https://docs.aws.amazon.com/athena/latest/ug/data-types.html</remarks>
internal enum ColumnForm
{
    /// <summary>Text, and JSON, lists and intervals as text.</summary>
    Text,

    /// <summary>True or false.</summary>
    Truth,

    /// <summary>A whole number of 32 bits.</summary>
    SmallNumber,

    /// <summary>A whole number of 64 bits.</summary>
    WholeNumber,

    /// <summary>A number with a fraction, exactly.</summary>
    Number,

    /// <summary>A floating-point number.</summary>
    Real,

    /// <summary>A date.</summary>
    Day,

    /// <summary>An instant, in UTC.</summary>
    Instant,
}
