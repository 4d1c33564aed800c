using System.Buffers.Text;

namespace OrgLens.Receiver;

/// <summary>
/// The rows of a run as cells. What is the same in all of them, which is nearly half of all cells, is sent once (<c>sql/load/22_records.sql</c>).
/// </summary>
internal sealed class CellRun
{
    private const byte Separator = 0x1e;

    // Of the place of a member and its separator, at most.
    private const int PlaceBytes = 6;

    private byte[] _text = new byte[64 * 1024];
    private int[] _ends = new int[4 * 1024];
    private bool[] _differs = [];
    private int _columns;
    private int _cells;

    /// <summary>How many bytes it takes at most.</summary>
    public int MostBytes => (_cells == 0 ? 0 : _ends[_cells - 1]) + _cells + (PlaceBytes * _columns);

    /// <summary>Begins a run of rows with so many members.</summary>
    public void Begin(int columns)
    {
        (_columns, _cells) = (columns, 0);
        if (_differs.Length < columns)
        {
            _differs = new bool[columns];
        }

        _differs.AsSpan().Clear();
    }

    /// <summary>Adds a row.</summary>
    public void Add(RowRecord row)
    {
        var begun = _cells == 0 ? 0 : _ends[_cells - 1];
        Grow(ref _text, begun + row.Length);
        Grow(ref _ends, _cells + _columns);
        for (var column = 0; column < _columns; column++)
        {
            var cell = row.Cell(column);
            cell.CopyTo(_text.AsSpan(begun));
            begun += cell.Length;
            _ends[_cells++] = begun;
            _differs[column] = _differs[column] || !cell.SequenceEqual(Cell(column));
        }
    }

    /// <summary>Writes the run: where each member is, what is the same in all rows, the rows without it.</summary>
    /// <param name="body">Where to; it must have room for <see cref="MostBytes"/>.</param>
    /// <returns>The bytes that were written.</returns>
    public int Write(Span<byte> body)
    {
        // A row is so many cells, which must not be none.
        _differs[0] = true;
        var written = WritePlaces(body);
        for (var column = 0; column < _columns; column++)
        {
            written += _differs[column] ? 0 : Write(body[written..], Cell(column));
        }

        for (var first = 0; first < _cells; first += _columns)
        {
            for (var column = 0; column < _columns; column++)
            {
                written += _differs[column] ? Write(body[written..], Cell(first + column)) : 0;
            }
        }

        // No separator after the last.
        return written - 1;
    }

    private static int Write(Span<byte> body, ReadOnlySpan<byte> cell)
    {
        cell.CopyTo(body);
        body[cell.Length] = Separator;
        return cell.Length + 1;
    }

    private static void Grow<T>(ref T[] array, int length)
    {
        if (array.Length < length)
        {
            Array.Resize(ref array, Math.Max(length, array.Length * 2));
        }
    }

    // Of what differs the place within the row, from 0; of what does not, the place among the others, from -1 downwards.
    private int WritePlaces(Span<byte> body)
    {
        var (written, differing, same) = (0, 0, 0);
        for (var column = 0; column < _columns; column++)
        {
            Utf8Formatter.TryFormat(_differs[column] ? differing++ : --same, body[written..], out var digits);
            body[written + digits] = Separator;
            written += digits + 1;
        }

        return written;
    }

    private ReadOnlySpan<byte> Cell(int number)
    {
        var begun = number == 0 ? 0 : _ends[number - 1];
        return _text.AsSpan(begun, _ends[number] - begun);
    }
}
