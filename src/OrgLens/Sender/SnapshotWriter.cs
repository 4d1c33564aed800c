using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using OrgLens.Receiver;

namespace OrgLens.Sender;

/// <summary>Composes the document (docs/snapshot.md) from what was collected. Rows are copied as they are, never held together in memory.</summary>
public static class SnapshotWriter
{
    /// <summary>Version of the document's format.</summary>
    public const string SchemaVersion = "1.0";

    // The reference always writes them; readers of the format expect them.
    private static readonly string[] EmptyInventories = ["services", "users", "processes", "network_ports", "certificates"];

    /// <summary>Writes the document, compressed.</summary>
    public static async Task WriteCompressedAsync(CollectedSnapshot snapshot, Stream destination, CancellationToken cancellationToken)
    {
        await using var gzip = new GZipStream(destination, CompressionLevel.Fastest, leaveOpen: true);
        await WriteAsync(snapshot, gzip, cancellationToken);
    }

    /// <summary>Writes the document.</summary>
    public static async Task WriteAsync(CollectedSnapshot snapshot, Stream destination, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var to = new TextTarget(destination, cancellationToken);
        await to.WriteAsync($$"""{"schema_version":"{{SchemaVersion}}","collected_at":"{{Instant(snapshot.CollectedAt)}}",""");
        string? open = null;
        foreach (var section in SnapshotSections.All)
        {
            var (parent, name) = section.Split('.') is [var first, var second] ? (first, second) : (null, section);
            if (open is not null && open != parent)
            {
                await to.WriteAsync(open == "inventory" ? string.Concat(EmptyInventories.Select(empty => $",\"{empty}\":[]")) + "}," : "},");
            }

            if (parent is not null)
            {
                await to.WriteAsync(open == parent ? "," : $"\"{parent}\":{{");
            }

            open = parent;
            await to.WriteAsync($"\"{name}\":");
            await WriteSectionAsync(snapshot, section, to);
            await to.WriteAsync(parent is null ? "," : string.Empty);
        }

        await to.WriteAsync("\"logs\":" + JsonText.Write(writer => SnapshotLogs.Write(writer, snapshot)));
        await to.WriteAsync(",\"coverage\":" + JsonText.Write(writer => WriteCoverage(writer, snapshot.Coverage)) + "}");
    }

    private static async Task WriteSectionAsync(CollectedSnapshot snapshot, string section, TextTarget to)
    {
        var spools = snapshot.Rows.Of(section);
        if (SnapshotSections.Objects.Contains(section))
        {
            await WriteObjectAsync(snapshot, section, spools, to);
        }
        else if (SnapshotSections.Holders.TryGetValue(section, out var list))
        {
            await WriteHoldersAsync(snapshot, section, list, spools, to);
        }
        else
        {
            await to.WriteAsync("[");
            await CopyAsync(spools, to, static (spool, to) => spool.CopyToAsync(to.Stream, to.CancellationToken));
            await to.WriteAsync("]");
        }
    }

    private static Task WriteObjectAsync(CollectedSnapshot snapshot, string section, IReadOnlyList<RowSpool> spools, TextTarget to) =>
        spools is [var only] && only.Rows == 1 ? only.CopyToAsync(to.Stream, to.CancellationToken)
        : spools.Count == 0 ? to.WriteAsync(Absent(snapshot, section))
        : throw new InvalidOperationException($"{section} is one object, and {spools.Sum(spool => spool.Rows)} were written.");

    private static async Task WriteHoldersAsync(CollectedSnapshot snapshot, string section, string list, IReadOnlyList<RowSpool> spools, TextTarget to)
    {
        // Config's is the object itself where there is but one, as in the reference's documents.
        var isObject = section == "config" && spools.Count <= 1;
        if (isObject && spools.Count == 0)
        {
            await to.WriteAsync(Absent(snapshot, section));
            return;
        }

        await to.WriteAsync(isObject ? string.Empty : "[");
        await CopyAsync(spools, to, async (spool, to) =>
        {
            var head = spool.Head.IsEmpty ? "{" : Encoding.UTF8.GetString(spool.Head.Span)[..^1];
            await to.WriteAsync($"{head}{(head.Length > 1 ? "," : string.Empty)}\"{list}\":[");
            await spool.CopyToAsync(to.Stream, to.CancellationToken);
            await to.WriteAsync("]}");
        });
        await to.WriteAsync(isObject ? string.Empty : "]");
    }

    private static async Task CopyAsync(IReadOnlyList<RowSpool> spools, TextTarget to, Func<RowSpool, TextTarget, Task> copy)
    {
        for (var i = 0; i < spools.Count; i++)
        {
            await to.WriteAsync(i > 0 ? "," : string.Empty);
            await copy(spools[i], to);
        }
    }

    // A list in place of an object says that its collector failed.
    private static string Absent(CollectedSnapshot snapshot, string section)
    {
        var names = snapshot.Plan.Jobs.SelectMany(job => job.Collector.Outputs).Where(output => output.Section == section).Select(output => output.Name);
        return snapshot.Coverage.Any(entry => entry.Status.IsGap() && names.Contains(entry.Collector, StringComparer.Ordinal)) ? "[]" : "{}";
    }

    private static void WriteCoverage(Utf8JsonWriter writer, IEnumerable<CoverageEntry> coverage)
    {
        writer.WriteStartArray();
        foreach (var entry in coverage)
        {
            writer.WriteStartObject();
            writer.WriteString("collector", entry.Collector);
            writer.WriteString("region", entry.Region);
            writer.WriteString("status", entry.Status.NameOf());
            writer.WriteString("scope", entry.OnlyChanges ? "changes" : "full");
            writer.WriteNumber("items", entry.Items);
            writer.WriteNumber("calls", entry.Calls);
            writer.WriteNumber("paid_calls", entry.PaidCalls);
            writer.WriteNumber("duration_ms", (long)entry.Duration.TotalMilliseconds);
            writer.WriteString("error", entry.Error);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string Instant(DateTimeOffset instant) =>
        instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'+00:00'", CultureInfo.InvariantCulture);

    private sealed record TextTarget(Stream Stream, CancellationToken CancellationToken)
    {
        public async Task WriteAsync(string text) => await Stream.WriteAsync(Encoding.UTF8.GetBytes(text), CancellationToken);
    }
}
