using System.Text.Json;
using OrgLens.Audit.Trail;

namespace OrgLens.Audit.Assets;

/// <summary>Writes what the database takes apart (<c>sql/load/74_assets.sql</c>).</summary>
internal static class AssetJson
{
    // Long enough to tell tools apart; what is longer was made up.
    private const int LongestUserAgent = 256;

    /// <summary>A record's events, with the answers that came for their assets.</summary>
    public static void WriteRow(Utf8JsonWriter writer, TrailRecord record, IReadOnlyList<AssetEvent> events, ILookup<string, AssetDescription> descriptions)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("events");
        foreach (var one in events)
        {
            WriteEvent(writer, record, one);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("descriptions");
        foreach (var description in events.SelectMany(one => descriptions[one.Arn]))
        {
            WriteDescription(writer, description);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static MemoryStream Arns(IEnumerable<string> arns) => Array(writer =>
    {
        foreach (var arn in arns)
        {
            writer.WriteStringValue(arn);
        }
    });

    public static MemoryStream Announced(IEnumerable<AssetAnnouncement> announced) => Array(writer =>
    {
        foreach (var one in announced)
        {
            writer.WriteStartObject();
            writer.WriteNumber("id", one.Id);
            writer.WriteNumber("version", one.Version);
            writer.WriteEndObject();
        }
    });

    private static MemoryStream Array(Action<Utf8JsonWriter> write)
    {
        var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text))
        {
            writer.WriteStartArray();
            write(writer);
            writer.WriteEndArray();
        }

        text.Position = 0;
        return text;
    }

    private static void WriteDescription(Utf8JsonWriter writer, AssetDescription description)
    {
        writer.WriteStartObject();
        writer.WriteString("arn", description.Arn);
        writer.WriteString("resource_id", description.ResourceId);
        writer.WriteString("attempted_at", description.AttemptedAt);
        writer.WriteString("status", description.Status.Name());
        if (description.Facts is not null)
        {
            writer.WritePropertyName("facts");
            description.Facts.WriteTo(writer);
        }

        if (description.Tags is not null)
        {
            writer.WritePropertyName("tags");
            description.Tags.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    private static void WriteEvent(Utf8JsonWriter writer, TrailRecord record, AssetEvent one)
    {
        writer.WriteStartObject();
        writer.WriteString("event_id", record.EventId);
        writer.WriteString("arn", one.Arn);
        writer.WriteString("kind", one.Kind.Name());
        writer.WriteString("account", record.AccountId);
        writer.WriteString("region", record.Region);
        writer.WriteString("resource_id", one.ResourceId);
        writer.WriteString("event_time", record.EventTime);
        writer.WriteString("event_name", record.EventName);
        writer.WriteString("change", one.Change switch
        {
            AssetChange.Created => "created",
            AssetChange.Changed => "changed",
            AssetChange.Tagged => "tagged",
            _ => "removed",
        });
        writer.WriteString("error_code", record.ErrorCode);
        writer.WriteString("requester", record.Actor.Arn);
        writer.WriteString("requester_name", record.Actor.UserName);
        writer.WriteString("invoked_by", record.Actor.InvokedBy);
        writer.WriteString("source_ip", record.Root.Text("sourceIPAddress"));
        writer.WriteString("user_agent", record.Root.Text("userAgent") is { Length: > LongestUserAgent } agent ? agent[..LongestUserAgent] : record.Root.Text("userAgent"));
        writer.WritePropertyName("facts");
        one.Facts.WriteTo(writer);
        writer.WritePropertyName("tags");
        one.Tags.WriteTo(writer);
        writer.WriteBoolean("has_all_tags", one.HasAllTags);
        writer.WriteEndObject();
    }
}
