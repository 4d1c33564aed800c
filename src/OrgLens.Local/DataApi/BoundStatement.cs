using Npgsql;
using NpgsqlTypes;
using OrgLens.Database;

namespace OrgLens.Local.DataApi;

/// <summary>A statement with positions instead of names, and the values for them.</summary>
internal sealed record BoundStatement(string Text, IReadOnlyList<NpgsqlParameter> Parameters)
{
    /// <summary>Checks that the text is one statement and binds one set of values to it.</summary>
    public static BoundStatement Bind(string sql, IReadOnlyList<SqlParameterValue> values) => BindAll(sql, [values])[0];

    /// <summary>Checks that the text is one statement and binds every set of values to it.</summary>
    public static IReadOnlyList<BoundStatement> BindAll(string sql, IReadOnlyList<IReadOnlyList<SqlParameterValue>> sets)
    {
        if (sql.Contains(';', StringComparison.Ordinal) && SqlScanner.SplitStatements(sql).Count > 1)
        {
            throw DataApiException.Validation("Multistatements aren't supported.");
        }

        var statement = SqlScanner.ParseParameters(sql);
        return [.. sets.Select(values => BindSet(sql, statement, values))];
    }

    private static BoundStatement BindSet(string sql, ParsedStatement statement, IReadOnlyList<SqlParameterValue> values)
    {
        var parameters = new NpgsqlParameter[statement.ParameterNames.Count];
        var hasHints = false;
        for (var i = 0; i < parameters.Length; i++)
        {
            var value = Find(values, statement.ParameterNames[i]);
            parameters[i] = ToParameter(value);
            hasHints |= value.TypeHint is not null;
        }

        // Sets of one call may differ in their hints.
        var text = hasHints ? SqlScanner.ParseParameters(sql, name => Find(values, name).TypeHint).Text : statement.Text;
        return new BoundStatement(text, parameters);
    }

    private static SqlParameterValue Find(IReadOnlyList<SqlParameterValue> values, string name)
    {
        SqlParameterValue? found = null;
        foreach (var value in values)
        {
            if (value.Name == name)
            {
                found = found is null ? value : throw DataApiException.BadRequest($"Duplicate parameter: {name}");
            }
        }

        return found ?? throw DataApiException.BadRequest($"Cannot find parameter: {name}");
    }

    private static NpgsqlParameter ToParameter(SqlParameterValue parameter) => parameter.Value switch
    {
        null => new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Unknown },
        // With a hint, the text goes over untyped and the cast in the statement says what it is: the server reads it, and complains.
        string text when parameter.TypeHint is not null => new NpgsqlParameter { Value = text, NpgsqlDbType = NpgsqlDbType.Unknown },
        string text => new NpgsqlParameter<string> { TypedValue = text, NpgsqlDbType = NpgsqlDbType.Varchar },
        long number => new NpgsqlParameter<long> { TypedValue = number, NpgsqlDbType = NpgsqlDbType.Bigint },
        double number => new NpgsqlParameter<double> { TypedValue = number, NpgsqlDbType = NpgsqlDbType.Double },
        bool flag => new NpgsqlParameter<bool> { TypedValue = flag, NpgsqlDbType = NpgsqlDbType.Boolean },
        ReadOnlyMemory<byte> blob => new NpgsqlParameter<ReadOnlyMemory<byte>> { TypedValue = blob, NpgsqlDbType = NpgsqlDbType.Bytea },
        var other => throw new ArgumentException($"No parameter is a {other.GetType().Name}.", nameof(parameter)),
    };
}
