using System.Text.Encodings.Web;
using System.Text.Json;

namespace OrgLens.Cli.Output;

/// <summary>An array of objects, indented, so that it can be read as well as parsed.</summary>
internal static class JsonResult
{
    // Results go to a terminal or a file, never into a web page: text stays readable.
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(ResultTable table, TextWriter output)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartArray();
            foreach (var row in table.Rows)
            {
                json.WriteStartObject();
                for (var index = 0; index < table.Columns.Count; index++)
                {
                    json.WritePropertyName(table.Columns[index].Name);
                    WriteValue(json, table.Columns[index].Kind, row[index]);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    private static void WriteValue(Utf8JsonWriter json, ValueKind kind, string? value)
    {
        if (value is null)
        {
            json.WriteNullValue();
        }
        else if (kind == ValueKind.Truth && bool.TryParse(value, out var truth))
        {
            json.WriteBooleanValue(truth);
        }
        else if (kind is ValueKind.Number or ValueKind.Json && IsJson(value))
        {
            json.WriteRawValue(value);
        }
        else
        {
            // PostgreSQL has numbers that JSON lacks: NaN and Infinity stay text.
            json.WriteStringValue(value);
        }
    }

    private static bool IsJson(string value)
    {
        try
        {
            using var document = JsonDocument.Parse(value);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
