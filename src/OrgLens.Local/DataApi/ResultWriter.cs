using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Npgsql;

namespace OrgLens.Local.DataApi;

/// <summary>Writes what a statement produced as the answer to <c>ExecuteStatement</c>, within the service's limits.</summary>
internal sealed class ResultWriter(DataApiRequest request, DataApiLimits limits)
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Reads the result to its end and returns the body of the answer.</summary>
    public async Task<ArrayBufferWriter<byte>> WriteAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var body = new ArrayBufferWriter<byte>(1024);
        await using var json = new Utf8JsonWriter(body, s_options);
        json.WriteStartObject();
        if (reader.FieldCount == 0)
        {
            // The server has counted the rows only once everything was read.
            await reader.CloseAsync();
            json.WriteStartArray("generatedFields");
            json.WriteEndArray();
            json.WriteNumber("numberOfRecordsUpdated", Math.Max(reader.RecordsAffected, 0));
        }
        else
        {
            await WriteRowsAsync(json, reader, cancellationToken);
            json.WriteNumber("numberOfRecordsUpdated", 0);
        }

        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
        return body;
    }

    private async Task WriteRowsAsync(Utf8JsonWriter json, NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var columns = ResultColumn.ReadAll(reader);
        if (request.FormatsRecordsAsJson)
        {
            json.WriteString("formattedRecords", await FormatRowsAsync(reader, columns, cancellationToken));
            return;
        }

        if (request.IncludeResultMetadata)
        {
            await ColumnMetadataWriter.WriteAsync(json, reader, cancellationToken);
        }

        var fields = new FieldWriter(json, request);
        long size = 0;
        json.WriteStartArray("records");
        while (await reader.ReadAsync(cancellationToken))
        {
            json.WriteStartArray();
            var row = RowOverhead(columns.Length);
            for (var i = 0; i < columns.Length; i++)
            {
                var text = ReadText(reader, i, ref row);
                fields.Write(columns[i], text);
            }

            json.WriteEndArray();
            CheckSize(row, ref size, limits.ResultBytes);
        }

        json.WriteEndArray();
    }

    /// <summary>Rows as a JSON text of their own: an array of objects with the labels as keys.</summary>
    private async Task<string> FormatRowsAsync(NpgsqlDataReader reader, ResultColumn[] columns, CancellationToken cancellationToken)
    {
        var text = new ArrayBufferWriter<byte>(1024);
        await using var json = new Utf8JsonWriter(text, s_options);
        var fields = new FieldWriter(json, request);
        long size = 0;
        json.WriteStartArray();
        while (await reader.ReadAsync(cancellationToken))
        {
            json.WriteStartObject();
            var row = RowOverhead(columns.Length);
            for (var i = 0; i < columns.Length; i++)
            {
                json.WritePropertyName(columns[i].Name);
                WritePlain(json, fields, columns[i], ReadText(reader, i, ref row));
            }

            json.WriteEndObject();
            CheckSize(row, ref size, limits.FormattedResultBytes);
        }

        json.WriteEndArray();
        await json.FlushAsync(cancellationToken);
        return text.WrittenCount <= limits.FormattedResultBytes
            ? Encoding.UTF8.GetString(text.WrittenSpan)
            : throw DataApiException.UnsupportedResult("The result exceeds the size limit 10 MB.");
    }

    private static void WritePlain(Utf8JsonWriter json, FieldWriter fields, in ResultColumn column, string? text)
    {
        if (text is null)
        {
            json.WriteNullValue();
        }
        else if (!column.IsArray)
        {
            fields.WriteValue(column.TypeId, text);
        }
        else
        {
            json.WriteStartArray();
            foreach (var element in ArrayLiteral.Parse(text))
            {
                WritePlain(json, fields, column with { IsArray = false }, element);
            }

            json.WriteEndArray();
        }
    }

    private static string? ReadText(NpgsqlDataReader reader, int ordinal, ref int rowBytes)
    {
        if (reader.IsDBNull(ordinal))
        {
            return null;
        }

        var text = reader.GetString(ordinal);
        rowBytes += Encoding.UTF8.GetByteCount(text);
        return text;
    }

    /// <summary>The database's own framing counts: the number of columns, and a length for each.</summary>
    private static int RowOverhead(int columns) => 2 + (4 * columns);

    private void CheckSize(int row, ref long size, int limit)
    {
        if (row > limits.RowBytes)
        {
            throw new DataApiException(400, "DatabaseErrorException", "Packet for query is too large");
        }

        size += row;
        if (size > limit)
        {
            throw DataApiException.UnsupportedResult("The result exceeds the size limit 1 MB.");
        }
    }
}
