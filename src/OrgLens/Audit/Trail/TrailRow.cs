using System.Buffers;
using System.Text.Json;

namespace OrgLens.Audit.Trail;

/// <summary>What a record becomes in the database.</summary>
/// <param name="Index">The record's position in its batch.</param>
/// <param name="Json">The row, an object in UTF-8.</param>
internal sealed record TrailRow(int Index, ReadOnlyMemory<byte> Json)
{
    /// <summary>Has a record's row written.</summary>
    public static TrailRow Of(int index, TrailRecord record, Action<Utf8JsonWriter, TrailRecord> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var writer = new Utf8JsonWriter(buffer);
        write(writer, record);
        writer.Flush();
        return new TrailRow(index, buffer.WrittenMemory);
    }

    /// <summary>The array of all rows.</summary>
    public static MemoryStream Join(IReadOnlyList<TrailRow> rows)
    {
        var array = new MemoryStream(rows.Sum(row => row.Json.Length + 1) + 1);
        foreach (var (index, row) in rows.Index())
        {
            array.WriteByte((byte)(index == 0 ? '[' : ','));
            array.Write(row.Json.Span);
        }

        array.WriteByte((byte)']');
        array.Position = 0;
        return array;
    }
}
