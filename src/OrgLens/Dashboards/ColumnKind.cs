namespace OrgLens.Dashboards;

/// <summary>What a column or an expression holds.</summary>
public enum ColumnKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A number without a fraction.</summary>
    WholeNumber,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A date or an instant.</summary>
    Instant,

    /// <summary>True or false.</summary>
    Truth,

    /// <summary>Something that a dashboard has no use for.</summary>
    Other,
}
