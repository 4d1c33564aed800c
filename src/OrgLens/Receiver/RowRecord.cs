using System.Buffers;
using System.Text;
using System.Text.Json;

namespace OrgLens.Receiver;

/// <summary>
/// A row as PostgreSQL writes a record: the cells of its section's columns in their order, null ones left empty, others in quotes where they
/// have to be.
/// https://www.postgresql.org/docs/current/rowtypes.html#ROWTYPES-IO-SYNTAX
/// </summary>
/// <param name="members">The columns' members.</param>
internal sealed class RowRecord(IReadOnlyList<RowMember> members)
{
    private const int Missing = -1;

    private static readonly SearchValues<byte> s_quoted = SearchValues.Create("\"\\,() \t\r\n\v\f"u8);

    private readonly byte[][] _names = [.. members.Select(member => Encoding.UTF8.GetBytes(member.Name))];
    private readonly bool[] _isJson = [.. members.Select(member => member.IsJson)];
    private readonly (int Offset, int Length)[] _cells = new (int, int)[members.Count];
    private readonly JsonCopy _nested = new(int.MaxValue);
    private byte[] _bytes = new byte[1024];
    private byte[] _record = new byte[1024];
    private int _taken;
    private int _length;

    /// <summary>The record.</summary>
    public ReadOnlySpan<byte> Written => _record.AsSpan(0, _length);

    /// <summary>Takes a row, unless it is none that a record can carry: no object, without any of the members, or with control characters.</summary>
    /// <param name="row">Well-formed JSON.</param>
    public bool TryTake(ReadOnlySpan<byte> row)
    {
        // One of the control characters stands between records, and PostgreSQL has no text with a NUL.
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

        return Write();
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

    private void Take(int column, ReadOnlySpan<byte> cell)
    {
        cell.CopyTo(_bytes.AsSpan(_taken));
        _cells[column] = (_taken, cell.Length);
        _taken += cell.Length;
    }

    private bool Write()
    {
        // Every byte may have to be escaped, and a cell has two quotes and a comma around it.
        var longest = (2 * _taken) + (3 * _cells.Length) + 2;
        if (_record.Length < longest)
        {
            _record = new byte[Math.Max(longest, _record.Length * 2)];
        }

        var any = false;
        _length = 0;
        foreach (var (offset, length) in _cells)
        {
            _record[_length] = _length == 0 ? (byte)'(' : (byte)',';
            _length++;
            if (length != Missing)
            {
                any = true;
                var cell = _bytes.AsSpan(offset, length);
                if (cell.IsEmpty || cell.ContainsAny(s_quoted))
                {
                    Quote(cell);
                }
                else
                {
                    Append(cell);
                }
            }
        }

        _record[_length++] = (byte)')';
        return any;
    }

    private void Quote(ReadOnlySpan<byte> cell)
    {
        _record[_length++] = (byte)'"';
        while (cell.IndexOfAny((byte)'"', (byte)'\\') is var special and >= 0)
        {
            Append(cell[..special]);
            _record[_length++] = (byte)'\\';
            _record[_length++] = cell[special];
            cell = cell[(special + 1)..];
        }

        Append(cell);
        _record[_length++] = (byte)'"';
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_record.AsSpan(_length));
        _length += bytes.Length;
    }
}
