#nullable enable
using System.Globalization;
using System.Text.Json;

namespace Amazon.StandIns;

/// <summary>Members of JSON objects, read forward only; null and absent are the same, unknown members are skipped.</summary>
internal static class JsonReading
{
    public static T ReadInto<T>(ref this Utf8JsonReader json, T target, ReadMember<T> read)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"Expected an object, found {json.TokenType}.");
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (!read(ref json, target))
            {
                json.Skip();
            }
        }

        return target;
    }

    public static string? Text(ref this Utf8JsonReader json)
    {
        json.Read();
        return json.GetString();
    }

    public static bool? Flag(ref this Utf8JsonReader json) => json.ReadUnlessNull() ? json.GetBoolean() : null;

    public static int? Int(ref this Utf8JsonReader json) => json.ReadUnlessNull() ? json.GetInt32() : null;

    public static long? Long(ref this Utf8JsonReader json) => json.ReadUnlessNull() ? json.GetInt64() : null;

    public static double? Double(ref this Utf8JsonReader json) => json.ReadUnlessNull() ? json.DoubleValue() : null;

    public static MemoryStream? Blob(ref this Utf8JsonReader json) => json.ReadUnlessNull() ? json.BlobValue() : null;

    /// <summary>awsJson's instants: seconds since 1970, with a fraction.</summary>
    public static DateTime? EpochSeconds(ref this Utf8JsonReader json) =>
        json.ReadUnlessNull() ? DateTime.UnixEpoch.AddTicks((long)(json.GetDecimal() * TimeSpan.TicksPerSecond)) : null;

    public static T? Member<T>(ref this Utf8JsonReader json, ReadValue<T> read)
        where T : class => json.ReadUnlessNull() ? read(ref json) : null;

    public static List<T>? List<T>(ref this Utf8JsonReader json, ReadValue<T> read) =>
        json.ReadUnlessNull() ? json.ListValue(read) : null;

    public static Dictionary<string, T>? Map<T>(ref this Utf8JsonReader json, ReadValue<T> read)
    {
        if (!json.ReadUnlessNull())
        {
            return null;
        }

        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var key = json.GetString()!;
            json.Read();
            map[key] = read(ref json);
        }

        return map;
    }

    public static List<T> ListValue<T>(ref this Utf8JsonReader json, ReadValue<T> read)
    {
        var list = new List<T>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            list.Add(read(ref json));
        }

        return list;
    }

    public static string TextValue(ref Utf8JsonReader json) => json.GetString()!;

    /// <summary>Numbers that JSON has no literal for come as the strings NaN, Infinity and -Infinity.</summary>
    public static double DoubleValue(ref this Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.String ? double.Parse(json.GetString()!, CultureInfo.InvariantCulture) : json.GetDouble();

    public static MemoryStream BlobValue(ref this Utf8JsonReader json)
    {
        var bytes = json.GetBytesFromBase64();
        return new MemoryStream(bytes, 0, bytes.Length, writable: true, publiclyVisible: true);
    }

    private static bool ReadUnlessNull(ref this Utf8JsonReader json)
    {
        json.Read();
        return json.TokenType != JsonTokenType.Null;
    }
}
