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

    private readonly List<Run> _runs = [];
    private readonly CellRun _cells = new();
    private byte[] _body = new byte[64 * 1024];
    private int _length;
    private int _cost;
    private bool _isOpen;

    /// <summary>How much it takes.</summary>
    public int Bytes { get; set; } = limits.ChunkBytes;

    /// <summary>Whether there is nothing to send.</summary>
    public bool IsEmpty => _runs.Count == 0;

    /// <summary>Ends the chunk: nothing is added any more.</summary>
    /// <returns>Rows as they will be sent, and the list of slices that <c>load.chunk</c> takes; valid until the chunk is cleared.</returns>
    public (MemoryStream Body, string Slices) End()
    {
        EndCells();
        return (new MemoryStream(_body, 0, _length, writable: false, publiclyVisible: true), Slices());
    }

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
        if (!TryEnter(section, parentIndex, parent, row.Length, isCells: true))
        {
            return false;
        }

        if (_runs[^1].Rows == 1)
        {
            _cells.Begin(row.Columns);
            _isOpen = true;
        }

        _cells.Add(row);
        return true;
    }

    private string Slices() => JsonText.Write(writer =>
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
        _isOpen = false;
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
        if (!continues)
        {
            EndCells();
        }

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

    // A run takes less than its rows: what is the same in all of them is sent once.
    private void EndCells()
    {
        if (_isOpen)
        {
            _isOpen = false;
            Grow(_cells.MostBytes);
            var written = _cells.Write(_body.AsSpan(_length));
            _length += written;
            _cost += written - _runs[^1].Bytes;
        }
    }

    private void Grow(int bytes)
    {
        if (_length + bytes > _body.Length)
        {
            Array.Resize(ref _body, Math.Max(_body.Length * 2, _length + bytes));
        }
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        Grow(bytes.Length);
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
