using System.Text.Json;

namespace OrgLens.Local.DataApi;

/// <summary>Reads request bodies straight from their bytes: a blob of megabytes is decoded where it stands.</summary>
internal static class DataApiRequestReader
{
    /// <summary>Reads a body.</summary>
    /// <param name="body">The body; blobs of the request are parts of it, so it has to stay as long as the request is in use.</param>
    /// <exception cref="DataApiException">It is not well-formed, or holds what the service refuses.</exception>
    public static DataApiRequest Read(Memory<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body.Span);
            return ReadRequest(ref reader, body);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw DataApiException.Malformed();
        }
    }

    private static DataApiRequest ReadRequest(ref Utf8JsonReader reader, Memory<byte> body)
    {
        var request = new DataApiRequest();
        ExpectObject(ref reader);
        while (JsonCursor.NextMember(ref reader, out var member))
        {
            request = member switch
            {
                "resourceArn" => request with { ResourceArn = reader.GetString() },
                "secretArn" => request with { SecretArn = reader.GetString() },
                "sql" => request with { Sql = reader.GetString() },
                "database" => request with { Database = reader.GetString() },
                "schema" => request with { Schema = reader.GetString() },
                "transactionId" => request with { TransactionId = reader.GetString() },
                "parameters" => request with { Parameters = ParameterReader.Read(ref reader, body) },
                "parameterSets" => request with { ParameterSets = ParameterReader.ReadSets(ref reader, body) },
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

        JsonCursor.Expect(ref reader, JsonTokenType.StartObject);
        while (JsonCursor.NextMember(ref reader, out var member))
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

        JsonCursor.Expect(ref reader, JsonTokenType.StartObject);
    }
}
