using System.Globalization;
using System.Text.Json;

namespace OrgLens.Local.DataApi;

/// <summary>Writes values as the service's <c>Field</c> union: <c>{"longValue": 1}</c>.</summary>
internal sealed class FieldWriter(Utf8JsonWriter json, DataApiRequest request)
{
    public void Write(in ResultColumn column, string? text)
    {
        json.WriteStartObject();
        if (text is null)
        {
            json.WriteBoolean("isNull", true);
        }
        else if (column.IsArray)
        {
            WriteArray(column.TypeId, ArrayLiteral.Parse(text));
        }
        else
        {
            json.WritePropertyName(MemberName(column.TypeId, text));
            WriteValue(column.TypeId, text);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes the bare value: a JSON boolean, number or string.</summary>
    public void WriteValue(uint typeId, string text)
    {
        switch (MemberName(typeId, text))
        {
            case "booleanValue":
                json.WriteBooleanValue(text == "t");
                break;
            case "longValue":
                json.WriteNumberValue(long.Parse(text, CultureInfo.InvariantCulture));
                break;
            case "doubleValue":
                WriteDouble(text);
                break;
            case "blobValue":
                json.WriteBase64StringValue(Convert.FromHexString(text.AsSpan(2)));
                break;
            default:
                json.WriteStringValue(ResultText.Format(text, typeId));
                break;
        }
    }

    private void WriteArray(uint typeId, IReadOnlyList<string?> elements)
    {
        // One list holds elements of one kind: a single fraction makes all decimals doubles.
        var sample = elements.FirstOrDefault(e => e is not null && e.Contains('.', StringComparison.Ordinal)) ?? elements.FirstOrDefault(e => e is not null) ?? "";
        var member = MemberName(typeId, sample);
        json.WriteStartObject("arrayValue");
        json.WriteStartArray(member == "blobValue" ? "stringValues" : member + "s");
        foreach (var element in elements)
        {
            if (element is null)
            {
                json.WriteNullValue();
            }
            else if (member == "doubleValue")
            {
                WriteDouble(element);
            }
            else
            {
                WriteValue(typeId, element);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private string MemberName(uint typeId, string text) => typeId switch
    {
        PostgresTypes.Bool => "booleanValue",
        PostgresTypes.Int2 or PostgresTypes.Int4 or PostgresTypes.Int8 or PostgresTypes.Oid => request.ReturnsLongsAsStrings ? "stringValue" : "longValue",
        PostgresTypes.Float4 or PostgresTypes.Float8 => "doubleValue",
        PostgresTypes.Bytea => "blobValue",
        PostgresTypes.Numeric when request.ReturnsDecimalsAsNumbers && text != "NaN" =>
            long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? "longValue" : "doubleValue",
        _ => "stringValue",
    };

    private void WriteDouble(string text)
    {
        var number = double.Parse(text, CultureInfo.InvariantCulture);
        if (double.IsFinite(number))
        {
            json.WriteNumberValue(number);
        }
        else
        {
            // JSON has no such numbers; the protocol writes their names.
            json.WriteStringValue(text);
        }
    }
}
