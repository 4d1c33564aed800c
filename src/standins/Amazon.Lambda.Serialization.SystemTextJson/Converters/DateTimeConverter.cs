using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.Serialization.SystemTextJson.Converters;

public class DateTimeConverter : JsonConverter<DateTime>
{
    /// <summary>Larger numbers (past the year 5000) can only be milliseconds.</summary>
    private const long LargestSeconds = 157_753_180_800;

    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String && reader.TryGetDateTime(out var date))
        {
            return date;
        }

        if (reader.TokenType != JsonTokenType.Number)
        {
            throw new JsonSerializerException($"Unknown data type for DateTime: {reader.TokenType}");
        }

        if (reader.TryGetInt64(out var whole))
        {
            return whole > LargestSeconds ? DateTime.UnixEpoch.AddMilliseconds(whole) : DateTime.UnixEpoch.AddSeconds(whole);
        }

        return DateTime.UnixEpoch.AddSeconds(reader.GetDouble());
    }

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
