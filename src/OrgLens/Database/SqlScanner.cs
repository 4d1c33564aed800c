using System.Globalization;
using System.Text;

namespace OrgLens.Database;

/// <summary>
/// Reads PostgreSQL text just far enough to tell code from literals, quoted names and comments: that is what it takes
/// to find statement boundaries and named parameters.
/// </summary>
public static class SqlScanner
{
    /// <summary>Splits a script at its top-level semicolons. Pieces that hold nothing but blanks and comments are dropped.</summary>
    /// <remarks>Semicolons inside a <c>BEGIN ATOMIC … END</c> function body belong to the function.</remarks>
    public static IReadOnlyList<string> SplitStatements(string sql)
    {
        ArgumentNullException.ThrowIfNull(sql);
        var statements = new List<string>();
        var boundaries = new StatementBoundaries();
        var start = 0;
        var hasCode = false;
        foreach (var token in new SqlTokens(sql))
        {
            if (token.Kind == SqlTokenKind.Semicolon && boundaries.IsTopLevel)
            {
                Take(token.Start);
                start = token.End;
                hasCode = false;
                boundaries = new StatementBoundaries();
                continue;
            }

            boundaries.See(token, sql);
            hasCode |= token.Kind is not (SqlTokenKind.Blank or SqlTokenKind.Comment);
        }

        Take(sql.Length);
        return statements;

        void Take(int end)
        {
            if (hasCode)
            {
                statements.Add(sql[start..end].Trim());
            }
        }
    }

    /// <summary>
    /// Replaces every named parameter by its position. <c>::</c> casts, <c>:=</c>, array slices such as <c>a[1:2]</c> or
    /// <c>a[lo:hi]</c>, and anything inside literals, quoted names and comments are left alone.
    /// </summary>
    /// <param name="sql">The statement.</param>
    /// <param name="typeOf">Names the type that a parameter is cast to (<c>$1::date</c>), or nothing.</param>
    public static ParsedStatement ParseParameters(string sql, Func<string, string?>? typeOf = null)
    {
        ArgumentNullException.ThrowIfNull(sql);
        if (!sql.Contains(':', StringComparison.Ordinal))
        {
            return new ParsedStatement(sql, []);
        }

        var text = new StringBuilder(sql.Length);
        var names = new List<string>();
        var copied = 0;
        foreach (var token in new SqlTokens(sql))
        {
            if (token.Kind != SqlTokenKind.Parameter)
            {
                continue;
            }

            var name = sql[(token.Start + 1)..token.End];
            var index = names.IndexOf(name);
            if (index < 0)
            {
                index = names.Count;
                names.Add(name);
            }

            text.Append(sql, copied, token.Start - copied);
            if (token.Start > 0 && SqlTokens.IsNamePart(sql[token.Start - 1]))
            {
                // A dollar sign may be part of a name: `limit:n` must not become the one word `limit$1`.
                text.Append(' ');
            }

            text.Append('$').Append((index + 1).ToString(CultureInfo.InvariantCulture));
            if (typeOf?.Invoke(name) is { } type)
            {
                text.Append("::").Append(type);
            }

            copied = token.End;
        }

        text.Append(sql, copied, sql.Length - copied);
        return new ParsedStatement(text.ToString(), names);
    }
}
