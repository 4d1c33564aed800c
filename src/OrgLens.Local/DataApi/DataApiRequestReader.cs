using System.Text.Json;

namespace OrgLens.Local.DataApi;

/// <summary>Reads request bodies straight from their bytes: a blob of megabytes becomes one array, never a string.</summary>
internal static class DataApiRequestReader
{
    private static readonly Dictionary<string, string> s_typeHints = new(StringComparer.Ordinal)
    {
        ["DATE"] = "date",
        ["DECIMAL"] = "numeric",
        ["JSON"] = "json",
        ["TIME"] = "time",
        ["TIMESTAMP"] = "timestamp",
        ["UUID"] = "uuid",
    };

    /// <summary>Reads a body.</summary>
    /// <exception cref="DataApiException">It is not well-formed, or holds what the service refuses.</exception>
    public static DataApiRequest Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            return ReadRequest(ref reader);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw DataApiException.Malformed();
        }
    }

    private static DataApiRequest ReadRequest(ref Utf8JsonReader reader)
    {
        var request = new DataApiRequest();
        ExpectObject(ref reader);
        while (NextMember(ref reader, out var member))
        {
            request = member switch
            {
                "resourceArn" => request with { ResourceArn = reader.GetString() },
                "secretArn" => request with { SecretArn = reader.GetString() },
                "sql" => request with { Sql = reader.GetString() },
                "database" => request with { Database = reader.GetString() },
                "schema" => request with { Schema = reader.GetString() },
                "transactionId" => request with { TransactionId = reader.GetString() },
                "parameters" => request with { Parameters = ReadParameters(ref reader) },
                "parameterSets" => request with { ParameterSets = ReadParameterSets(ref reader) },
                "includeResultMetadata" => request with { IncludeResultMetadata = ReadFlag(ref reader) },
                "continueAfterTimeout" => request with { ContinueAfterTimeout = ReadFlag(ref reader) },
                "formatRecordsAs" => request with { FormatsRecordsAsJson = ReadChoice(ref reader, member, "NONE", "JSON") },
                "resultSetOptions" => ReadResultSetOptions(ref reader, request),
                _ => Ignore(ref reader, request),
            };
        }

        return reader.Read() ? throw DataApiException.Malformed() : request;
    }

    private static DataApiRequest ReadResultSetOptions(ref Utf8JsonReader reader, DataApiRequest request)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return request;
        }

        ExpectCurrent(ref reader, JsonTokenType.StartObject);
        while (NextMember(ref reader, out var member))
        {
            request = member switch
            {
                "decimalReturnType" => request with { ReturnsDecimalsAsNumbers = ReadChoice(ref reader, member, "STRING", "DOUBLE_OR_LONG") },
                "longReturnType" => request with { ReturnsLongsAsStrings = ReadChoice(ref reader, member, "LONG", "STRING") },
                _ => Ignore(ref reader, request),
            };
        }

        return request;
    }

    private static List<IReadOnlyList<SqlParameterValue>> ReadParameterSets(ref Utf8JsonReader reader)
    {
        var sets = new List<IReadOnlyList<SqlParameterValue>>();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return sets;
        }

        ExpectCurrent(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            sets.Add(ReadParameters(ref reader));
        }

        return sets;
    }

    private static List<SqlParameterValue> ReadParameters(ref Utf8JsonReader reader)
    {
        var parameters = new List<SqlParameterValue>();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return parameters;
        }

        ExpectCurrent(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            parameters.Add(ReadParameter(ref reader));
        }

        return parameters;
    }

    private static SqlParameterValue ReadParameter(ref Utf8JsonReader reader)
    {
        string? name = null;
        string? hint = null;
        object? value = null;
        ExpectCurrent(ref reader, JsonTokenType.StartObject);
        while (NextMember(ref reader, out var member))
        {
            switch (member)
            {
                case "name":
                    name = reader.GetString();
                    break;
                case "typeHint":
                    hint = ReadTypeHint(ref reader);
                    break;
                case "value":
                    value = ReadField(ref reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return name is { Length: > 0 }
            ? new SqlParameterValue(name, value, hint)
            : throw DataApiException.BadRequest("Every parameter needs a name.");
    }

    private static object? ReadField(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        object? value = null;
        var members = 0;
        ExpectCurrent(ref reader, JsonTokenType.StartObject);
        while (NextMember(ref reader, out var member))
        {
            if (reader.TokenType == JsonTokenType.Null)
            {
                continue;
            }

            members++;
            value = member switch
            {
                "isNull" => reader.GetBoolean() ? null : throw DataApiException.Validation("isNull can only be true."),
                "booleanValue" => reader.GetBoolean(),
                "longValue" => reader.GetInt64(),
                "doubleValue" => ReadDouble(ref reader),
                "stringValue" => reader.GetString(),
                "blobValue" => reader.GetBytesFromBase64(),
                "arrayValue" => throw DataApiException.Validation("Array parameters are not supported."),
                _ => throw DataApiException.Malformed(),
            };
        }

        return members == 1 ? value : throw DataApiException.Validation("A parameter value has exactly one member.");
    }

    /// <summary>The protocol writes what JSON has no number for as a string.</summary>
    private static double ReadDouble(ref Utf8JsonReader reader) => reader.TokenType != JsonTokenType.String
        ? reader.GetDouble()
        : reader.GetString() switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => throw DataApiException.Malformed(),
        };

    private static string? ReadTypeHint(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        var hint = reader.GetString()!;
        return s_typeHints.TryGetValue(hint, out var type)
            ? type
            : throw DataApiException.Validation($"typeHint must be one of {string.Join(", ", s_typeHints.Keys)}.");
    }

    private static bool ReadChoice(ref Utf8JsonReader reader, string member, string standard, string other) => reader.GetString() switch
    {
        null => false,
        var choice when choice == standard => false,
        var choice when choice == other => true,
        _ => throw DataApiException.Validation($"{member} must be {standard} or {other}."),
    };

    private static bool ReadFlag(ref Utf8JsonReader reader) => reader.TokenType != JsonTokenType.Null && reader.GetBoolean();

    private static DataApiRequest Ignore(ref Utf8JsonReader reader, DataApiRequest request)
    {
        reader.Skip();
        return request;
    }

    private static void ExpectObject(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            throw DataApiException.Malformed();
        }

        ExpectCurrent(ref reader, JsonTokenType.StartObject);
    }

    private static void ExpectCurrent(ref Utf8JsonReader reader, JsonTokenType type)
    {
        if (reader.TokenType != type)
        {
            throw DataApiException.Malformed();
        }
    }

    private static bool NextMember(ref Utf8JsonReader reader, out string member)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            member = "";
            return false;
        }

        member = reader.GetString()!;
        reader.Read();
        return true;
    }
}
