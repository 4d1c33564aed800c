using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace OrgLens.Receiver;

/// <summary>A row as its cells, in the order of its section's members; 0x1f is null (<c>sql/load/22_records.sql</c>).</summary>
/// <param name="members">The members that the database reads.</param>
internal sealed class RowRecord(IReadOnlyList<RowMember> members)
{
    private const int Missing = -1;


    private readonly byte[][] _names = [.. members.Select(member => Encoding.UTF8.GetBytes(member.Name))];
    private readonly bool[] _isJson = [.. members.Select(member => member.IsJson)];
    private readonly bool[] _isInstant = [.. members.Select(member => member.IsInstant)];
    private readonly (int Offset, int Length)[] _cells = new (int, int)[members.Count];
    private readonly JsonCopy _nested = new(int.MaxValue);
    private byte[] _bytes = new byte[1024];
    private int _taken;

    /// <summary>How many cells it has.</summary>
    public int Columns => _cells.Length;

    /// <summary>Bytes of all cells, at most.</summary>
    public int Length => _taken + _cells.Length;

    /// <summary>A cell; valid until the next row is taken.</summary>
    public ReadOnlySpan<byte> Cell(int column) =>
        _cells[column] is (var offset, var length and not Missing) ? _bytes.AsSpan(offset, length) : "\u001f"u8;

    /// <summary>Takes a row, unless it is none that a record can carry: no object, without any of the members, or with control characters.</summary>
    /// <param name="row">JSON.</param>
    /// <exception cref="JsonException">It is not well-formed.</exception>
    public bool TryTake(ReadOnlySpan<byte> row)
    {
        // Some of the control characters stand between cells, and PostgreSQL has no text with a NUL.
        if (row.IndexOf("\\u0000"u8) >= 0 || row.IndexOf("\\u001"u8) >= 0)
        {
            return false;
        }

        var reader = new Utf8JsonReader(row);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        _taken = 0;
        Array.Fill(_cells, (0, Missing));
        // Unescaped, text only gets shorter.
        if (_bytes.Length < row.Length)
        {
            _bytes = new byte[Math.Max(row.Length, _bytes.Length * 2)];
        }

        var expected = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var column = ColumnOf(ref reader, expected);
            reader.Read();
            if (column < 0)
            {
                reader.Skip();
                continue;
            }

            Take(column, ref reader, row);
            expected = column + 1;
        }

        return reader.Read() ? throw new JsonException() : Array.Exists(_cells, cell => cell.Length != Missing);
    }

    private int ColumnOf(ref Utf8JsonReader reader, int expected)
    {
        if (expected < _names.Length && reader.ValueTextEquals(_names[expected]))
        {
            return expected;
        }

        for (var i = 0; i < _names.Length; i++)
        {
            if (reader.ValueTextEquals(_names[i]))
            {
                return i;
            }
        }

        return Missing;
    }

    // A member that is there twice counts as its last one.
    private void Take(int column, ref Utf8JsonReader reader, ReadOnlySpan<byte> row)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                _cells[column] = (0, Missing);
                break;
            case JsonTokenType.String when _isInstant[column]:
                TakeInstant(column, ref reader);
                break;
            case JsonTokenType.String when !_isJson[column] && reader.ValueIsEscaped:
                _cells[column] = (_taken, reader.CopyString(_bytes.AsSpan(_taken)));
                _taken += _cells[column].Length;
                break;
            case JsonTokenType.String when !_isJson[column]:
                Take(column, reader.ValueSpan);
                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                _nested.Clear();
                _nested.AppendValue(row[start..(int)reader.BytesConsumed]);
                Take(column, _nested.Written);
                break;
            default:
                Take(column, row[(int)reader.TokenStartIndex..(int)reader.BytesConsumed]);
                break;
        }
    }

    private void TakeInstant(int column, ref Utf8JsonReader reader)
    {
        var cell = _bytes.AsSpan(_taken);
        int length;
        if (IsoInstant.TryRead(reader.ValueSpan, out var microseconds))
        {
            cell[0] = (byte)'+';
            Utf8Formatter.TryFormat(microseconds, cell[1..], out length);
        }
        else
        {
            cell[0] = (byte)' ';
            length = reader.CopyString(cell[1..]);
        }

        _cells[column] = (_taken, length + 1);
        _taken += length + 1;
    }

    private void Take(int column, ReadOnlySpan<byte> cell)
    {
        cell.CopyTo(_bytes.AsSpan(_taken));
        _cells[column] = (_taken, cell.Length);
        _taken += cell.Length;
    }
}
