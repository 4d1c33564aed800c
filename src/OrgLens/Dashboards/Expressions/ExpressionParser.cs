using System.Globalization;

namespace OrgLens.Dashboards.Expressions;

/// <summary>Reads the expressions of calculated fields (docs.aws.amazon.com/quicksight: "Functions and operators").</summary>
internal sealed class ExpressionParser
{
    private const int DeepestNesting = 64;

    private static readonly Dictionary<string, string> s_comparisons = new(StringComparer.Ordinal)
    {
        ["="] = "eq",
        ["<>"] = "ne",
        ["!="] = "ne",
        ["<"] = "lt",
        ["<="] = "le",
        [">"] = "gt",
        [">="] = "ge",
    };

    private readonly IReadOnlyList<ExpressionToken> _tokens;
    private readonly string _text;
    private int _at;
    private int _depth;

    private ExpressionParser(string text)
    {
        _text = text;
        _tokens = ExpressionTokens.Read(text);
    }

    /// <exception cref="DashboardException">The text is no expression.</exception>
    public static Expression Parse(string text)
    {
        var parser = new ExpressionParser(text);
        var expression = parser.Or();
        return parser._at == parser._tokens.Count ? expression : throw parser.Unexpected();
    }

    private Expression Or() => Chain("or", And);

    private Expression And() => Chain("and", Not);

    private Expression Chain(string word, Func<Expression> operand)
    {
        var first = operand();
        if (!IsWord(word))
        {
            return first;
        }

        var operands = new List<Expression> { first };
        while (IsWord(word))
        {
            _at++;
            operands.Add(operand());
        }

        return new Expression.Call(word, operands);
    }

    private Expression Not()
    {
        if (!IsWord("not"))
        {
            return Comparison();
        }

        _at++;
        return new Expression.Call("not", [Not()]);
    }

    private Expression Comparison()
    {
        var left = Sum();
        if (Peek(ExpressionTokenKind.Symbol) is not { } symbol || !s_comparisons.TryGetValue(symbol, out var call))
        {
            return left;
        }

        _at++;
        return new Expression.Call(call, [left, Sum()]);
    }

    private Expression Sum() => Binary(Product, ("+", "add"), ("-", "subtract"));

    private Expression Product() => Binary(Unary, ("*", "multiply"), ("/", "divide"));

    private Expression Binary(Func<Expression> operand, params ReadOnlySpan<(string Symbol, string Call)> operators)
    {
        var left = operand();
        while (true)
        {
            var symbol = Peek(ExpressionTokenKind.Symbol);
            var call = operators[0].Symbol == symbol ? operators[0].Call : operators[1].Symbol == symbol ? operators[1].Call : null;
            if (call is null)
            {
                return left;
            }

            _at++;
            left = new Expression.Call(call, [left, operand()]);
        }
    }

    private Expression Unary()
    {
        if (Peek(ExpressionTokenKind.Symbol) != "-")
        {
            return Primary();
        }

        _at++;
        return new Expression.Call("negate", [Unary()]);
    }

    private Expression Primary()
    {
        if (_at == _tokens.Count)
        {
            throw Unexpected();
        }

        var token = _tokens[_at++];
        return token.Kind switch
        {
            ExpressionTokenKind.Field => new Expression.Field(token.Text),
            ExpressionTokenKind.Parameter => new Expression.Parameter(token.Text),
            ExpressionTokenKind.Text => new Expression.Text(token.Text),
            ExpressionTokenKind.Number => new Expression.Number(token.Text),
            ExpressionTokenKind.Word when Peek(ExpressionTokenKind.Symbol) == "(" => new Expression.Call(token.Text, Arguments()),
            ExpressionTokenKind.Word => token.Text.ToLowerInvariant() switch
            {
                "null" => new Expression.Constant(null),
                "true" => new Expression.Constant(true),
                "false" => new Expression.Constant(false),
                _ => new Expression.Field(token.Text),
            },
            ExpressionTokenKind.Symbol when token.Text == "(" => Parenthesized(),
            _ => throw Unexpected(back: 1),
        };
    }

    private Expression Parenthesized()
    {
        Enter();
        var inner = Or();
        Expect(")");
        _depth--;
        return inner;
    }

    private List<Expression> Arguments()
    {
        Enter();
        Expect("(");
        var arguments = new List<Expression>();
        while (Peek(ExpressionTokenKind.Symbol) != ")")
        {
            if (arguments.Count > 0)
            {
                Expect(",");
            }

            arguments.Add(Or());
        }

        Expect(")");
        _depth--;
        return arguments;
    }

    private void Enter()
    {
        if (++_depth > DeepestNesting)
        {
            throw new DashboardException($"An expression is nested more than {DeepestNesting.ToString(CultureInfo.InvariantCulture)} levels deep.");
        }
    }

    private bool IsWord(string word) => Peek(ExpressionTokenKind.Word) is { } text && text.Equals(word, StringComparison.OrdinalIgnoreCase);

    private string? Peek(ExpressionTokenKind kind) => _at < _tokens.Count && _tokens[_at].Kind == kind ? _tokens[_at].Text : null;

    private void Expect(string symbol)
    {
        if (Peek(ExpressionTokenKind.Symbol) != symbol)
        {
            throw Unexpected();
        }

        _at++;
    }

    private DashboardException Unexpected(int back = 0)
    {
        var at = _at - back;
        var where = at < _tokens.Count ? $"at position {_tokens[at].Position.ToString(CultureInfo.InvariantCulture)}" : "at its end";
        return new DashboardException($"The expression \"{_text}\" can't be understood {where}.");
    }
}
