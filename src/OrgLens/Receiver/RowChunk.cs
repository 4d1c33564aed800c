using System.Text.Json;

namespace OrgLens.Receiver;

/// <summary>The rows of one request: runs of rows, one after the other in one body, each as columns or as a JSON array.</summary>
/// <param name="limits">Says how much it takes.</param>
/// <param name="columns">Collects the run that is being written; of use to one chunk after another.</param>
internal sealed class RowChunk(SnapshotLimits limits, RowColumns columns)
{
    // What a run costs beside its rows: its entry in the list of slices, and brackets.
    private const int RunOverhead = 200;
    private const int PlaceOverhead = 8;

    // PostgreSQL takes many times a run's bytes of memory to parse it, and a new connection has to get that memory from the system
    // page by page. The next run of the same section works in the memory of the one before.
    private const int RunBytes = 1_000_000;

    private readonly List<Run> _runs = [];
    private byte[] _body = new byte[64 * 1024];
    private int _length;
    private int _cost;

    /// <summary>How much it takes.</summary>
    public int Bytes { get; set; } = limits.ChunkBytes;

    /// <summary>Whether there is nothing to send.</summary>
    public bool IsEmpty => _runs.Count == 0;

    /// <summary>Rows as they will be sent, once the chunk is closed; valid until it is cleared.</summary>
    public MemoryStream Body => new(_body, 0, _length, writable: false, publiclyVisible: true);

    /// <summary>Adds a row as JSON, unless the request would grow too large.</summary>
    /// <returns>Whether it was added. An empty chunk takes any row.</returns>
    public bool TryAdd(string section, int parentIndex, byte[]? parent, ReadOnlySpan<byte> row)
    {
        if (!TryEnter(section, parentIndex, parent, row.Length + 1, columnCount: 0))
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

    /// <summary>Adds a row as cells, unless the request would grow too large.</summary>
    /// <returns>Whether it was added. An empty chunk takes any row.</returns>
    public bool TryAdd(string section, int parentIndex, byte[]? parent, RowCells cells)
    {
        if (!TryEnter(section, parentIndex, parent, RowColumns.CostOf(cells), cells.Count))
        {
            return false;
        }

        columns.Add(cells);
        return true;
    }

    /// <summary>Completes the body.</summary>
    public void Close()
    {
        if (_runs.Count == 0 || _runs[^1] is not { ColumnCount: > 0, Places: null } run)
        {
            return;
        }

        var places = new List<int>(run.ColumnCount + 1);
        foreach (var column in columns.Written())
        {
            places.Add(_length - run.Offset);
            Write(column.Span);
        }

        places.Add(_length - run.Offset);
        run.Places = places;
    }

    /// <summary>The list of slices that <c>load.chunk</c> takes, once the chunk is closed.</summary>
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
        if (run.Places is { } places)
        {
            writer.WriteStartArray("places"u8);
            foreach (var place in places)
            {
                writer.WriteNumberValue(place);
            }

            writer.WriteEndArray();
        }

        if (run.Parent is not null)
        {
            writer.WritePropertyName("parent"u8);
            writer.WriteRawValue(run.Parent, skipInputValidation: true);
        }

        writer.WriteEndObject();
    }

    // The run that the next row belongs to.
    private bool TryEnter(string section, int parentIndex, byte[]? parent, int cost, int columnCount)
    {
        var continues = _runs.Count > 0 && _runs[^1] is var last && last.Section == section && last.ParentIndex == parentIndex
            && last.ColumnCount == columnCount && last.Bytes < RunBytes;
        var added = cost + (continues ? 0 : RunOverhead + (PlaceOverhead * columnCount) + (2 * (parent?.Length ?? 0)));
        if (_runs.Count > 0 && _cost + added > Bytes)
        {
            return false;
        }

        if (!continues)
        {
            Close();
            columns.Begin(columnCount);
            _runs.Add(new Run(section, parentIndex, parent, columnCount, _length));
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

    private sealed class Run(string section, int parentIndex, byte[]? parent, int columnCount, int offset)
    {
        public string Section { get; } = section;

        public int ParentIndex { get; } = parentIndex;

        public byte[]? Parent { get; } = parent;

        public int ColumnCount { get; } = columnCount;

        public int Offset { get; } = offset;

        public int Rows { get; set; }

        public int Bytes { get; set; }

        public List<int>? Places { get; set; }
    }
}
