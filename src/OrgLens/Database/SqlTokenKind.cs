namespace OrgLens.Database;

/// <summary>What a piece of SQL text is, as far as boundaries and parameters are concerned.</summary>
internal enum SqlTokenKind
{
    Blank,
    Comment,
    Word,
    Number,
    Literal,
    QuotedName,
    Parameter,
    Semicolon,
    Symbol,
}
