using System.Text.Json;

namespace OrgLens.Audit.Trail;

/// <summary>
/// The form in which records travel, on the bus as in every queue: an EventBridge event with the record as its <c>detail</c>.
/// See https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html
/// </summary>
public static class TrailEnvelope
{
    /// <summary>Whether an event carries a record: services send events of their own under the same source.</summary>
    public static bool CarriesRecord(JsonElement envelope) =>
        envelope.Text("detail-type")?.EndsWith("via CloudTrail", StringComparison.Ordinal) == true;

    /// <summary>The record of an event.</summary>
    /// <exception cref="TrailRecordException">The event carries none, or a damaged one.</exception>
    public static TrailRecord Open(JsonElement envelope) => CarriesRecord(envelope)
        ? TrailRecord.Of(envelope.At("detail"))
        : throw new TrailRecordException("The event carries no CloudTrail record.");

    /// <summary>The event that EventBridge would make of a record.</summary>
    public static void Write(Utf8JsonWriter writer, TrailRecord record)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(record);
        writer.WriteStartObject();
        writer.WriteString("version", "0");
        writer.WriteString("id", record.EventId);
        writer.WriteString("detail-type", DetailType(record));
        writer.WriteString("source", "aws." + record.EventSource.Split('.')[0]);
        writer.WriteString("account", record.AccountId);
        writer.WriteString("time", record.EventTime.UtcDateTime);
        writer.WriteString("region", record.Region);
        writer.WriteStartArray("resources");
        writer.WriteEndArray();
        writer.WritePropertyName("detail");
        record.Root.WriteTo(writer);
        writer.WriteEndObject();
    }

    private static string DetailType(TrailRecord record) => record.Root.Text("eventType") switch
    {
        "AwsServiceEvent" => "AWS Service Event via CloudTrail",
        "AwsConsoleSignIn" => "AWS Console Sign In via CloudTrail",
        _ => "AWS API Call via CloudTrail",
    };
}
