namespace OrgLens.Database;

/// <summary>
/// Walks over the tokens of PostgreSQL text; a duck-typed enumerator, so that a scan allocates nothing. Follows PostgreSQL's own
/// rules: nested comments, <c>E''</c> escapes, dollar quotes, doubled quotes. An unterminated literal runs to the end: what to say
/// about it is the server's business.
/// </summary>
internal ref struct SqlTokens(string sql)
{
    private readonly string _sql = sql;
    private int _position;
    // The open brackets, innermost in the lowest bit: set for the subscript of an array, clear for a parenthesis or ARRAY[…].
    private ulong _subscripts;
    private SqlToken _before = new(SqlTokenKind.Blank, 0, 0);

    public SqlToken Current { get; private set; }

    public readonly SqlTokens GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_position >= _sql.Length)
        {
            return false;
        }

        var start = _position;
        var kind = Read();
        Current = new SqlToken(kind, start, _position);
        if (kind is not (SqlTokenKind.Blank or SqlTokenKind.Comment))
        {
            _before = Current;
        }

        return true;
    }

    private SqlTokenKind Read()
    {
        var c = _sql[_position];
        switch (c)
        {
            case '\'':
                return ReadQuoted('\'', backslashEscapes: false, SqlTokenKind.Literal);
            case '"':
                return ReadQuoted('"', backslashEscapes: false, SqlTokenKind.QuotedName);
            case 'e' or 'E' when Peek(1) == '\'':
                _position++;
                return ReadQuoted('\'', backslashEscapes: true, SqlTokenKind.Literal);
            case '-' when Peek(1) == '-':
                SkipWhile(static ch => ch is not ('\n' or '\r'));
                return SqlTokenKind.Comment;
            case '/' when Peek(1) == '*':
                return ReadBlockComment();
            case '$':
                return ReadDollar();
            case ':':
                return ReadColon();
            case ';':
                _position++;
                return SqlTokenKind.Semicolon;
            case '[':
                _subscripts = (_subscripts << 1) | (EndsOperand(_before) ? 1UL : 0UL);
                break;
            case '(':
                _subscripts <<= 1;
                break;
            case ']' or ')':
                _subscripts >>= 1;
                break;
            default:
                // PostgreSQL knows ASCII blanks only: any other character may be part of a name.
                if (IsBlank(c))
                {
                    SkipWhile(IsBlank);
                    return SqlTokenKind.Blank;
                }

                if (IsNameStart(c))
                {
                    SkipWhile(IsNamePart);
                    return SqlTokenKind.Word;
                }

                if (char.IsAsciiDigit(c))
                {
                    SkipWhile(static ch => char.IsAsciiLetterOrDigit(ch) || ch is '_' or '.');
                    return SqlTokenKind.Number;
                }

                break;
        }

        _position++;
        return SqlTokenKind.Symbol;
    }

    private SqlTokenKind ReadQuoted(char quote, bool backslashEscapes, SqlTokenKind kind)
    {
        _position++;
        while (_position < _sql.Length)
        {
            var c = _sql[_position++];
            if (backslashEscapes && c == '\\')
            {
                _position++;
            }
            else if (c == quote)
            {
                if (Peek(0) != quote)
                {
                    return kind;
                }

                _position++;
            }
        }

        _position = _sql.Length;
        return kind;
    }

    private SqlTokenKind ReadBlockComment()
    {
        var depth = 0;
        while (_position < _sql.Length)
        {
            if (_sql[_position] == '/' && Peek(1) == '*')
            {
                depth++;
                _position += 2;
            }
            else if (_sql[_position] == '*' && Peek(1) == '/')
            {
                _position += 2;
                if (--depth == 0)
                {
                    break;
                }
            }
            else
            {
                _position++;
            }
        }

        return SqlTokenKind.Comment;
    }

    private SqlTokenKind ReadDollar()
    {
        // $tag$ where the tag is empty or a name without `$`; otherwise `$1`, or a stray sign.
        var end = _position + 1;
        if (end < _sql.Length && IsNameStart(_sql[end]))
        {
            while (end < _sql.Length && IsNamePart(_sql[end]) && _sql[end] != '$')
            {
                end++;
            }
        }

        if (end >= _sql.Length || _sql[end] != '$')
        {
            _position++;
            SkipWhile(char.IsAsciiDigit);
            return SqlTokenKind.Symbol;
        }

        var tag = _sql.AsSpan(_position, end + 1 - _position);
        var bodyStart = end + 1;
        var close = _sql.AsSpan(bodyStart).IndexOf(tag, StringComparison.Ordinal);
        _position = close < 0 ? _sql.Length : bodyStart + close + tag.Length;
        return SqlTokenKind.Literal;
    }

    private SqlTokenKind ReadColon()
    {
        if (Peek(1) is ':' or '=')
        {
            _position += 2;
            return SqlTokenKind.Symbol;
        }

        _position++;
        // In a subscript, a colon that follows an operand separates the bounds of a slice.
        var separatesBounds = (_subscripts & 1) == 1 && EndsOperand(_before);
        if (separatesBounds || !IsNameStart(Peek(0)))
        {
            return SqlTokenKind.Symbol;
        }

        SkipWhile(static ch => IsNameStart(ch) || char.IsAsciiDigit(ch));
        return SqlTokenKind.Parameter;
    }

    private readonly bool EndsOperand(SqlToken token) => token.Kind switch
    {
        SqlTokenKind.Word => !_sql.AsSpan(token.Start, token.End - token.Start).Equals("ARRAY", StringComparison.OrdinalIgnoreCase),
        SqlTokenKind.Symbol => _sql[token.Start] is ')' or ']' || (_sql[token.Start] == '$' && token.End > token.Start + 1),
        SqlTokenKind.Number or SqlTokenKind.Literal or SqlTokenKind.QuotedName or SqlTokenKind.Parameter => true,
        _ => false,
    };

    private void SkipWhile(Func<char, bool> matches)
    {
        while (_position < _sql.Length && matches(_sql[_position]))
        {
            _position++;
        }
    }

    private readonly char Peek(int ahead) => _position + ahead < _sql.Length ? _sql[_position + ahead] : '\0';

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f' or '\v';

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_' || c > '\x7f';

    internal static bool IsNamePart(char c) => IsNameStart(c) || char.IsAsciiDigit(c) || c == '$';
}
