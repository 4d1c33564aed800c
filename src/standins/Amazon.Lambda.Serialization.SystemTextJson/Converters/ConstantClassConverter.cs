using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.Serialization.SystemTextJson.Converters;

/// <summary>The string enumerations of the AWS SDK that occur in events.</summary>
public class ConstantClassConverter : JsonConverter<object>
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.FullName is "Amazon.S3.EventType" or "Amazon.DynamoDBv2.OperationType" or "Amazon.DynamoDBv2.StreamViewType";

    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "The types are rooted by the events that hold them.")]
    public override object Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Activator.CreateInstance(typeToConvert, [reader.GetString()]);

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
