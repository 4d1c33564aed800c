using System.Globalization;

namespace OrgLens.Dashboards.Expressions;

/// <summary>Cuts an expression into tokens; comments and white space are left out.</summary>
internal static class ExpressionTokens
{
    private static readonly string[] s_symbols = ["<>", "!=", "<=", ">=", "=", "<", ">", "+", "-", "*", "/", "(", ")", ","];

    public static IReadOnlyList<ExpressionToken> Read(string text)
    {
        var tokens = new List<ExpressionToken>();
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
            }
            else if (text.AsSpan(at).StartsWith("/*", StringComparison.Ordinal))
            {
                at = Find(text, "*/", at + 2) + 2;
            }
            else
            {
                tokens.Add(Next(text, ref at));
            }
        }

        return tokens;
    }

    private static ExpressionToken Next(string text, ref int at)
    {
        var start = at;
        var first = text[at];
        if (first is '\'' or '"')
        {
            // A quote in a text is written twice, or after a backslash.
            var value = new System.Text.StringBuilder();
            for (at++; at < text.Length; at++)
            {
                if (text[at] == '\\' && at + 1 < text.Length)
                {
                    at++;
                }
                else if (text[at] == first && (at + 1 == text.Length || text[at + 1] != first))
                {
                    at++;
                    return new ExpressionToken(ExpressionTokenKind.Text, value.ToString(), start);
                }
                else if (text[at] == first)
                {
                    at++;
                }

                value.Append(text[at]);
            }

            throw Unfinished(text, start);
        }

        if (first == '{' || (first == '$' && at + 1 < text.Length && text[at + 1] == '{'))
        {
            var name = first == '{' ? at + 1 : at + 2;
            var end = Find(text, "}", name);
            at = end + 1;
            return new ExpressionToken(first == '{' ? ExpressionTokenKind.Field : ExpressionTokenKind.Parameter, text[name..end], start);
        }

        if (char.IsAsciiDigit(first))
        {
            return new ExpressionToken(ExpressionTokenKind.Number, Run(text, ref at, c => char.IsAsciiDigit(c) || c == '.'), start);
        }

        if (char.IsLetter(first) || first == '_')
        {
            return new ExpressionToken(ExpressionTokenKind.Word, Run(text, ref at, c => char.IsLetterOrDigit(c) || c == '_'), start);
        }

        foreach (var symbol in s_symbols)
        {
            if (text.AsSpan(at).StartsWith(symbol, StringComparison.Ordinal))
            {
                at += symbol.Length;
                return new ExpressionToken(ExpressionTokenKind.Symbol, symbol, start);
            }
        }

        throw new DashboardException($"The expression \"{text}\" has '{first}' at position {start.ToString(CultureInfo.InvariantCulture)}.");
    }

    private static string Run(string text, ref int at, Func<char, bool> belongs)
    {
        var start = at;
        while (at < text.Length && belongs(text[at]))
        {
            at++;
        }

        return text[start..at];
    }

    private static int Find(string text, string what, int from) =>
        text.IndexOf(what, from, StringComparison.Ordinal) is var found and >= 0 ? found : throw Unfinished(text, from);

    private static DashboardException Unfinished(string text, int from) =>
        new($"In the expression \"{text}\", what begins at position {from.ToString(CultureInfo.InvariantCulture)} has no end.");
}
