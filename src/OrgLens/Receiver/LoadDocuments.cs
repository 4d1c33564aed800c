using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace OrgLens.Receiver;

/// <summary>Writes the JSON arguments of the load functions.</summary>
internal static class LoadDocuments
{
    /// <summary>Argument of <c>load.open</c>.</summary>
    public static MemoryStream Open(SnapshotDocument document, SnapshotKey key, SnapshotOutline outline) => Write(writer =>
    {
        WriteSource(writer, document, key);
        writer.WriteString("schema_version", outline.SchemaVersion);
        if (outline.CollectedAt is { } collectedAt)
        {
            writer.WriteString("collected_at", Instant(collectedAt));
        }

        writer.WriteString("observed_at", Instant(ObservedAt(document, key, outline)));
        writer.WriteStartArray("sections");
        foreach (var section in outline.Rows.Keys)
        {
            writer.WriteStartObject();
            writer.WriteString("section", section);
            writer.WriteString("hash", outline.Hashes[section]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (outline.Whole.TryGetValue("coverage", out var coverage) && coverage.AsSpan().StartsWith("["u8))
        {
            writer.WritePropertyName("coverage");
            writer.WriteRawValue(coverage, skipInputValidation: true);
        }
    });

    /// <summary>Argument of <c>load.close</c>.</summary>
    public static MemoryStream Report(SnapshotOutline outline, int calls) => Write(writer =>
    {
        writer.WriteNumber("calls", calls);
        if (outline.Whole.TryGetValue("logs", out var logs))
        {
            writer.WritePropertyName("logs");
            writer.WriteRawValue(logs, skipInputValidation: true);
        }

        writer.WriteStartArray("failed");
        foreach (var section in outline.Failed)
        {
            writer.WriteStringValue(section);
        }

        writer.WriteEndArray();
        writer.WriteStartObject("ignored");
        foreach (var (path, times) in outline.IgnoredMembers)
        {
            writer.WriteNumber(path, times);
        }

        writer.WriteEndObject();
    });

    /// <summary>Argument of <c>load.reject</c>.</summary>
    public static MemoryStream Rejection(SnapshotDocument document, SnapshotKey? key, string reason, string detail) => Write(writer =>
    {
        WriteSource(writer, document, key);
        writer.WriteString("reason", reason);
        writer.WriteString("detail", detail);
    });

    // The reference's documents have no time of collection: their day and the object's time say when. A replay of past days
    // is written later than the days it speaks of, so the day wins. S3 tells whole seconds, and Regions are collected in the same
    // one: the entity tag decides which of two snapshots of a second came first, so that any order of arrival ends alike.
    private static DateTimeOffset ObservedAt(SnapshotDocument document, SnapshotKey key, SnapshotOutline outline)
    {
        var instant = ToldAt(document, key, outline);
        if (instant.Ticks % TimeSpan.TicksPerSecond != 0)
        {
            return instant;
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{document.Source.Key}\n{document.Source.ETag}\n{document.Source.VersionId}"));
        return instant.AddMicroseconds(BinaryPrimitives.ReadUInt32LittleEndian(hash) % 1_000_000);
    }

    private static DateTimeOffset ToldAt(SnapshotDocument document, SnapshotKey key, SnapshotOutline outline)
    {
        if (outline.CollectedAt is { } collectedAt)
        {
            // Nobody collects after writing: a clock that is ahead must not outrank documents still to come.
            return collectedAt < document.LastModified ? collectedAt : document.LastModified;
        }

        var first = new DateTimeOffset(key.Date, TimeOnly.MinValue, TimeSpan.Zero);
        var last = first.AddDays(1).AddSeconds(-1);
        return document.LastModified < first ? first : document.LastModified > last ? last : document.LastModified;
    }

    private static void WriteSource(Utf8JsonWriter writer, SnapshotDocument document, SnapshotKey? key)
    {
        writer.WriteString("bucket", document.Source.Bucket);
        writer.WriteString("key", document.Source.Key);
        writer.WriteString("version_id", document.Source.VersionId);
        writer.WriteString("etag", document.Source.ETag);
        writer.WriteString("last_modified", Instant(document.LastModified));
        writer.WriteNumber("bytes", document.Size);
        if (key is not null)
        {
            writer.WriteString("account", key.Account);
            writer.WriteString("region", key.Region);
            writer.WriteString("period_date", key.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            writer.WriteString("granularity", key.Granularity);
        }
    }

    private static string Instant(DateTimeOffset instant) => instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private static MemoryStream Write(Action<Utf8JsonWriter> members)
    {
        // As bytes, since JSON inside a JSON string would grow by its escapes, and a request may have 4 MiB.
        var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return stream;
    }
}
