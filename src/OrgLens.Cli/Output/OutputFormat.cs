namespace OrgLens.Cli.Output;

/// <summary>How results are written.</summary>
internal enum OutputFormat
{
    /// <summary>For people.</summary>
    Table,

    /// <summary>An array of objects, one per row.</summary>
    Json,

    /// <summary>RFC 4180, with a header.</summary>
    Csv,
}
