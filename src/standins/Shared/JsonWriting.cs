#nullable enable
using System.Globalization;
using System.Text.Json;
using Amazon.Runtime;

namespace Amazon.StandIns;

/// <summary>Members of JSON objects; one that is null is left out.</summary>
internal static class JsonWriting
{
    public static void Member(this Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    public static void Member(this Utf8JsonWriter json, ReadOnlySpan<byte> name, ConstantClass? value) => json.Member(name, value?.Value);

    public static void Member(this Utf8JsonWriter json, ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } flag)
        {
            json.WriteBoolean(name, flag);
        }
    }

    public static void Member(this Utf8JsonWriter json, ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    public static void Member(this Utf8JsonWriter json, ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } number)
        {
            json.WritePropertyName(name);
            json.DoubleValue(number);
        }
    }

    /// <summary>The whole stream, wherever it stands, encoded straight into the request.</summary>
    public static void Member(this Utf8JsonWriter json, ReadOnlySpan<byte> name, MemoryStream? value)
    {
        if (value is not null)
        {
            json.WriteBase64String(name, Content(value));
        }
    }

    public static void Member<T>(this Utf8JsonWriter json, ReadOnlySpan<byte> name, List<T>? values, WriteMembers<T> writeValue)
    {
        if (values is null)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            writeValue(json, value);
        }

        json.WriteEndArray();
    }

    public static void Member<T>(this Utf8JsonWriter json, ReadOnlySpan<byte> name, Dictionary<string, T>? values, WriteMembers<T> writeValue)
    {
        if (values is null)
        {
            return;
        }

        json.WriteStartObject(name);
        foreach (var (key, value) in values)
        {
            json.WritePropertyName(key);
            writeValue(json, value);
        }

        json.WriteEndObject();
    }

    public static void TextValue(Utf8JsonWriter json, string value) => json.WriteStringValue(value);

    public static void BlobValue(Utf8JsonWriter json, MemoryStream value) => json.WriteBase64StringValue(Content(value));

    public static void DoubleValue(this Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumberValue(value);
        }
        else
        {
            json.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The length of a blob in a request.</summary>
    public static int EncodedLength(MemoryStream? value) => value is null ? 0 : (int)((value.Length + 2) / 3 * 4);

    private static ReadOnlySpan<byte> Content(MemoryStream value) =>
        value.TryGetBuffer(out var buffer) ? buffer.AsSpan() : value.ToArray();
}
