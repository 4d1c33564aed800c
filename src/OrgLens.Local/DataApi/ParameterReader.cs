using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace OrgLens.Local.DataApi;

/// <summary>Reads parameters; the caller turns what System.Text.Json complains about into the service's words.</summary>
internal static class ParameterReader
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

    public static List<IReadOnlyList<SqlParameterValue>> ReadSets(ref Utf8JsonReader reader, Memory<byte> body)
    {
        var sets = new List<IReadOnlyList<SqlParameterValue>>();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return sets;
        }

        JsonCursor.Expect(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            sets.Add(Read(ref reader, body));
        }

        return sets;
    }

    public static List<SqlParameterValue> Read(ref Utf8JsonReader reader, Memory<byte> body)
    {
        var parameters = new List<SqlParameterValue>();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return parameters;
        }

        JsonCursor.Expect(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            parameters.Add(ReadParameter(ref reader, body));
        }

        return parameters;
    }

    private static SqlParameterValue ReadParameter(ref Utf8JsonReader reader, Memory<byte> body)
    {
        string? name = null;
        string? hint = null;
        object? value = null;
        JsonCursor.Expect(ref reader, JsonTokenType.StartObject);
        while (JsonCursor.NextMember(ref reader, out var member))
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
                    value = ReadField(ref reader, body);
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

    private static object? ReadField(ref Utf8JsonReader reader, Memory<byte> body)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        object? value = null;
        var members = 0;
        JsonCursor.Expect(ref reader, JsonTokenType.StartObject);
        while (JsonCursor.NextMember(ref reader, out var member))
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
                "blobValue" => ReadBlob(ref reader, body),
                "arrayValue" => throw DataApiException.Validation("Array parameters are not supported."),
                _ => throw DataApiException.Malformed(),
            };
        }

        return members == 1 ? value : throw DataApiException.Validation("A parameter value has exactly one member.");
    }

    /// <summary>Decodes a blob in its own place: nobody needs its text any more, and memory for megabytes costs more than decoding them.</summary>
    private static ReadOnlyMemory<byte> ReadBlob(ref Utf8JsonReader reader, Memory<byte> body)
    {
        if (reader.TokenType != JsonTokenType.String || reader.ValueIsEscaped)
        {
            return reader.GetBytesFromBase64();
        }

        var text = body.Slice((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
        return Base64.DecodeFromUtf8InPlace(text.Span, out var written) == OperationStatus.Done ? text[..written] : throw DataApiException.Malformed();
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
}
