namespace OrgLens.Receiver;

/// <summary>The rows of one request: runs of rows, each a JSON array, one after the other in one body.</summary>
internal sealed class RowChunk(SnapshotLimits limits)
{
    // What a run costs beside its rows: its entry in the list of slices, and brackets.
    private const int RunOverhead = 200;

    // PostgreSQL takes many times a run's bytes of memory to parse it, and a new connection has to get that memory from the system
    // page by page. The next run of the same section works in the memory of the one before.
    private const int RunBytes = 1_000_000;

    private readonly List<Run> _runs = [];
    private byte[] _body = new byte[64 * 1024];
    private int _length;
    private int _overhead;

    /// <summary>How much it takes.</summary>
    public int Bytes { get; set; } = limits.ChunkBytes;

    /// <summary>Whether there is nothing to send.</summary>
    public bool IsEmpty => _runs.Count == 0;

    /// <summary>Rows as they will be sent; valid until the chunk is cleared.</summary>
    public MemoryStream Body => new(_body, 0, _length, writable: false, publiclyVisible: true);

    /// <summary>Adds a row, unless the request would grow too large.</summary>
    /// <returns>Whether it was added. An empty chunk takes any row.</returns>
    public bool TryAdd(string section, int parentIndex, byte[]? parent, ReadOnlySpan<byte> row)
    {
        var continues = _runs.Count > 0 && _runs[^1] is var last && last.Section == section && last.ParentIndex == parentIndex
            && last.Length < RunBytes;
        var cost = row.Length + 2 + (continues ? 0 : RunOverhead + (2 * (parent?.Length ?? 0)));
        if (_runs.Count > 0 && _length + _overhead + cost > Bytes)
        {
            return false;
        }

        if (continues)
        {
            // The closing bracket of the run becomes the comma before this row.
            _body[_length - 1] = (byte)',';
        }
        else
        {
            _runs.Add(new Run(section, parentIndex, parent, _length));
            _overhead += cost - row.Length;
            Write("["u8);
        }

        Write(row);
        Write("]"u8);
        var run = _runs[^1];
        _runs[^1] = run with { Rows = run.Rows + 1, Length = _length - run.Offset };
        return true;
    }

    /// <summary>The list of slices that <c>load.chunk</c> takes.</summary>
    public string Slices()
    {
        return JsonText.Write(writer =>
        {
            writer.WriteStartArray();
            foreach (var run in _runs)
            {
                writer.WriteStartObject();
                writer.WriteString("section"u8, run.Section);
                writer.WriteNumber("rows"u8, run.Rows);
                writer.WriteNumber("offset"u8, run.Offset);
                writer.WriteNumber("length"u8, run.Length);
                if (run.Parent is not null)
                {
                    writer.WritePropertyName("parent"u8);
                    writer.WriteRawValue(run.Parent, skipInputValidation: true);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
    }

    /// <summary>Starts anew.</summary>
    public void Clear()
    {
        _runs.Clear();
        _length = 0;
        _overhead = 0;
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

    private sealed record Run(string Section, int ParentIndex, byte[]? Parent, int Offset)
    {
        public int Rows { get; init; }

        public int Length { get; init; }
    }
}
