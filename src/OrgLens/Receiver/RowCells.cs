using System.Text;
using System.Text.Json;

namespace OrgLens.Receiver;

/// <summary>Takes a row apart into the cells of its section's columns.</summary>
/// <param name="members">The columns' members.</param>
internal sealed class RowCells(IReadOnlyList<RowMember> members)
{
    private const int Missing = -1;

    private readonly byte[][] _names = [.. members.Select(member => Encoding.UTF8.GetBytes(member.Name))];
    private readonly bool[] _isJson = [.. members.Select(member => member.IsJson)];
    private readonly (int Offset, int Length)[] _cells = new (int, int)[members.Count];
    private readonly JsonCopy _nested = new(int.MaxValue);
    private byte[] _bytes = new byte[1024];

    /// <summary>Number of columns.</summary>
    public int Count => _names.Length;

    /// <summary>Bytes of the cells together.</summary>
    public int Bytes { get; private set; }

    /// <summary>Takes a row, unless it is none that columns can carry: no object, without any of the members, or with control characters.</summary>
    /// <param name="row">Well-formed JSON.</param>
    public bool TryTake(ReadOnlySpan<byte> row)
    {
        // Two of the control characters stand between cells and for null, and PostgreSQL has no text with a NUL.
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

        Bytes = 0;
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

        return Array.Exists(_cells, cell => cell.Length != Missing);
    }

    /// <summary>A cell of the row; false when it is null.</summary>
    public bool TryGet(int column, out ReadOnlySpan<byte> cell)
    {
        var (offset, length) = _cells[column];
        cell = length == Missing ? default : _bytes.AsSpan(offset, length);
        return length != Missing;
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
                _cells[column] = (Bytes, reader.CopyString(_bytes.AsSpan(Bytes)));
                Bytes += _cells[column].Length;
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
        cell.CopyTo(_bytes.AsSpan(Bytes));
        _cells[column] = (Bytes, cell.Length);
        Bytes += cell.Length;
    }
}
