using System.Text.Json;

namespace OrgLens.Receiver;

/// <summary>The rows of one request: runs of rows, one after the other in one body, each as cells or as a JSON array.</summary>
/// <param name="limits">Says how much it takes.</param>
internal sealed class RowChunk(SnapshotLimits limits)
{
    // What a run costs beside its rows: its entry in the list of slices, and brackets.
    private const int RunOverhead = 200;

    // PostgreSQL takes many times a run's bytes of memory to parse it, and a new connection has to get that memory from the system
    // page by page. The next run of the same section works in the memory of the one before.
    private const int RunBytes = 500_000;

    // Stands between rows as between their cells.
    private const byte Separator = 0x1e;

    private readonly List<Run> _runs = [];
    private byte[] _body = new byte[64 * 1024];
    private int _length;
    private int _cost;

    /// <summary>How much it takes.</summary>
    public int Bytes { get; set; } = limits.ChunkBytes;

    /// <summary>Whether there is nothing to send.</summary>
    public bool IsEmpty => _runs.Count == 0;

    /// <summary>Rows as they will be sent; valid until the chunk is cleared.</summary>
    public MemoryStream Body => new(_body, 0, _length, writable: false, publiclyVisible: true);

    /// <summary>Adds a row as JSON, unless the request would grow too large.</summary>
    /// <returns>Whether it was added. An empty chunk takes any row.</returns>
    public bool TryAdd(string section, int parentIndex, byte[]? parent, ReadOnlySpan<byte> row)
    {
        if (!TryEnter(section, parentIndex, parent, row.Length + 1, isCells: false))
        {
            return false;
        }

        if (_runs[^1].Rows > 1)
        {
            // The closing bracket of the run becomes the comma before this row.
            _body[_length - 1] = (byte)',';
        }
        else
        {
            Write("["u8);
        }

        Write(row);
        Write("]"u8);
        return true;
    }

    /// <summary>Adds a row as its cells, unless the request would grow too large.</summary>
    /// <returns>Whether it was added. An empty chunk takes any row.</returns>
    public bool TryAdd(string section, int parentIndex, byte[]? parent, RowRecord row)
    {
        if (!TryEnter(section, parentIndex, parent, row.Written.Length + 1, isCells: true))
        {
            return false;
        }

        if (_runs[^1].Rows > 1)
        {
            Write([Separator]);
        }

        Write(row.Written);
        return true;
    }

    /// <summary>The list of slices that <c>load.chunk</c> takes.</summary>
    public string Slices() => JsonText.Write(writer =>
    {
        writer.WriteStartArray();
        for (var i = 0; i < _runs.Count; i++)
        {
            WriteSlice(writer, _runs[i], end: i + 1 < _runs.Count ? _runs[i + 1].Offset : _length);
        }

        writer.WriteEndArray();
    });

    /// <summary>Starts anew.</summary>
    public void Clear()
    {
        _runs.Clear();
        _length = 0;
        _cost = 0;
    }

    private static void WriteSlice(Utf8JsonWriter writer, Run run, int end)
    {
        writer.WriteStartObject();
        writer.WriteString("section"u8, run.Section);
        writer.WriteNumber("rows"u8, run.Rows);
        writer.WriteNumber("offset"u8, run.Offset);
        writer.WriteNumber("length"u8, end - run.Offset);
        writer.WriteBoolean("is_cells"u8, run.IsCells);
        if (run.Parent is not null)
        {
            writer.WritePropertyName("parent"u8);
            writer.WriteRawValue(run.Parent, skipInputValidation: true);
        }

        writer.WriteEndObject();
    }

    // The run that the next row belongs to.
    private bool TryEnter(string section, int parentIndex, byte[]? parent, int cost, bool isCells)
    {
        var continues = _runs.Count > 0 && _runs[^1] is var last && last.Section == section && last.ParentIndex == parentIndex
            && last.IsCells == isCells && last.Bytes < RunBytes;
        var added = cost + (continues ? 0 : RunOverhead + (2 * (parent?.Length ?? 0)));
        if (_runs.Count > 0 && _cost + added > Bytes)
        {
            return false;
        }

        if (!continues)
        {
            _runs.Add(new Run(section, parentIndex, parent, isCells, _length));
        }

        _cost += added;
        _runs[^1].Rows++;
        _runs[^1].Bytes += cost;
        return true;
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        if (_length + bytes.Length > _body.Length)
        {
            Array.Resize(ref _body, Math.Max(_body.Length * 2, _length + bytes.Length));
        }

        bytes.CopyTo(_body.AsSpan(_length));
        _length += bytes.Length;
    }

    private sealed class Run(string section, int parentIndex, byte[]? parent, bool isCells, int offset)
    {
        public string Section { get; } = section;

        public int ParentIndex { get; } = parentIndex;

        public byte[]? Parent { get; } = parent;

        public bool IsCells { get; } = isCells;

        public int Offset { get; } = offset;

        public int Rows { get; set; }

        public int Bytes { get; set; }
    }
}
