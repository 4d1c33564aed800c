namespace OrgLens.Receiver;

/// <summary>
/// The columns of a run of rows, in the form that <c>load.compile_rows</c> reads: each the text of its cells with 0x1f between them,
/// where 0x1e is null. Cells that are missing at the end are null.
/// </summary>
internal sealed class RowColumns
{
    private const byte Separator = 0x1f;
    private const byte Null = 0x1e;

    private readonly List<Column> _columns = [];
    private int _count;
    private int _rows;

    /// <summary>Begins a run.</summary>
    public void Begin(int count)
    {
        while (_columns.Count < count)
        {
            _columns.Add(new Column());
        }

        foreach (var column in _columns)
        {
            column.Clear();
        }

        (_count, _rows) = (count, 0);
    }

    /// <summary>Bytes that a row may take at most.</summary>
    public static int CostOf(RowCells cells) => cells.Bytes + (2 * cells.Count);

    /// <summary>Adds a row.</summary>
    public void Add(RowCells cells)
    {
        for (var i = 0; i < _count; i++)
        {
            if (cells.TryGet(i, out var cell))
            {
                _columns[i].Add(_rows, cell);
            }
        }

        _rows++;
    }

    /// <summary>The columns one after the other.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Written() => _columns.Take(_count).Select(column => column.Written());

    private sealed class Column
    {
        private byte[] _bytes = new byte[1024];
        private int _length;
        private int _cells;

        public void Clear() => (_length, _cells) = (0, 0);

        public void Add(int row, ReadOnlySpan<byte> cell)
        {
            while (_cells < row)
            {
                Append([Null]);
            }

            Append(cell);
        }

        public ReadOnlyMemory<byte> Written()
        {
            if (_cells == 1 && _length == 0)
            {
                // One empty cell would read like no cell at all.
                Append([Null]);
            }

            return _bytes.AsMemory(0, _length);
        }

        private void Append(ReadOnlySpan<byte> cell)
        {
            if (_length + cell.Length + 1 > _bytes.Length)
            {
                Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + cell.Length + 1));
            }

            if (_cells++ > 0)
            {
                _bytes[_length++] = Separator;
            }

            cell.CopyTo(_bytes.AsSpan(_length));
            _length += cell.Length;
        }
    }
}
