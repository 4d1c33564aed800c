namespace OrgLens.Database;

/// <summary>
/// Knows whether a semicolon ends a statement. PostgreSQL allows one inside a statement in two places: the body of an
/// SQL-standard function, <c>BEGIN ATOMIC … END</c> (<c>CASE … END</c> may be nested in it), and the parenthesised
/// actions of a rule.
/// </summary>
internal sealed class StatementBoundaries
{
    private int _depth;
    private int _parentheses;
    private bool _afterBegin;

    public bool IsTopLevel => _depth == 0 && _parentheses <= 0;

    public void See(SqlToken token, string sql)
    {
        if (token.Kind is SqlTokenKind.Blank or SqlTokenKind.Comment)
        {
            return;
        }

        if (token.Kind == SqlTokenKind.Symbol)
        {
            _parentheses += sql[token.Start] switch { '(' => 1, ')' => -1, _ => 0 };
        }

        var word = token.Kind == SqlTokenKind.Word ? sql.AsSpan(token.Start, token.End - token.Start) : default;
        if (_afterBegin && Is(word, "ATOMIC"))
        {
            _depth++;
        }
        else if (_depth > 0 && Is(word, "CASE"))
        {
            _depth++;
        }
        else if (_depth > 0 && Is(word, "END"))
        {
            _depth--;
        }

        _afterBegin = Is(word, "BEGIN");
    }

    private static bool Is(ReadOnlySpan<char> word, string keyword) => word.Equals(keyword, StringComparison.OrdinalIgnoreCase);
}
