using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace OrgLens.Local.Simulation.Documents;

/// <summary>
/// Writes JSON as Python's <c>json.dumps(indent=4)</c> does: lower-case <c>\uXXXX</c> for everything outside ASCII and for nothing inside it that need
/// not be, and numbers in Python's notation. No encoder of <see cref="System.Text.Json.Utf8JsonWriter"/> gives those bytes.
/// </summary>
internal sealed class PythonJsonWriter(Stream output, bool isMinified)
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly Stack<bool> _hasItems = new();
    private int _used;
    private bool _afterName;

    /// <summary>How many objects were written that become a row.</summary>
    public long Rows { get; private set; }

    public void StartObject() => Start((byte)'{');

    public void StartRow()
    {
        Rows++;
        StartObject();
    }

    public void EndObject() => End((byte)'}');

    public void StartArray() => Start((byte)'[');

    public void StartArray(string name)
    {
        Name(name);
        StartArray();
    }

    public void EndArray() => End((byte)']');

    public void Name(string name)
    {
        Separate();
        Quote(name);
        Add(isMinified ? ":"u8 : ": "u8);
        _afterName = true;
    }

    public void Text(string? value)
    {
        Separate();
        if (value is null)
        {
            Add("null"u8);
        }
        else
        {
            Quote(value);
        }
    }

    public void Field(string name, string? value)
    {
        Name(name);
        Text(value);
    }

    public void Field(string name, long? value)
    {
        if (value is not { } number)
        {
            Null(name);
            return;
        }

        Name(name);
        Separate();
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(number, digits, out var written);
        Add(digits[..written]);
    }

    public void Field(string name, double? value)
    {
        if (value is not { } number)
        {
            Null(name);
            return;
        }

        Name(name);
        Separate();
        AddAscii(PythonNumber.Format(number));
    }

    public void Field(string name, bool? value)
    {
        if (value is not { } truth)
        {
            Null(name);
            return;
        }

        Name(name);
        Separate();
        Add(truth ? "true"u8 : "false"u8);
    }

    public void Field(string name, DateOnly value) => Field(name, value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>An instant as <c>datetime.isoformat()</c> writes it: microseconds only where there are some.</summary>
    public void Field(string name, DateTimeOffset? value) => Field(
        name,
        value?.ToString(value.Value.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:sszzz" : "yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture));

    /// <summary>An instant that the service sent as text, with milliseconds and a <c>Z</c>.</summary>
    public void ZuluField(string name, DateTimeOffset value) => Field(name, value.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    public void Null(string name) => Field(name, (string?)null);

    public void EmptyArray(string name)
    {
        StartArray(name);
        EndArray();
    }

    public void Texts(string name, IEnumerable<string> values)
    {
        StartArray(name);
        foreach (var value in values)
        {
            Text(value);
        }

        EndArray();
    }

    /// <summary>An object with one member, an empty object: how the web firewall says what it does.</summary>
    public void EmptyMember(string name, string member)
    {
        Name(name);
        StartObject();
        Name(member);
        StartObject();
        EndObject();
        EndObject();
    }

    public void Flush()
    {
        output.Write(_buffer, 0, _used);
        _used = 0;
        output.Flush();
    }

    private void Start(byte bracket)
    {
        Separate();
        Add(bracket);
        _hasItems.Push(false);
    }

    private void End(byte bracket)
    {
        if (_hasItems.Pop())
        {
            NewLine();
        }

        Add(bracket);
    }

    private void Separate()
    {
        if (_afterName)
        {
            _afterName = false;
            return;
        }

        if (_hasItems.TryPop(out var hasItems))
        {
            if (hasItems)
            {
                Add((byte)',');
            }

            _hasItems.Push(true);
            NewLine();
        }
    }

    private void NewLine()
    {
        if (isMinified)
        {
            return;
        }

        Add((byte)'\n');
        for (var depth = 0; depth < _hasItems.Count; depth++)
        {
            Add("    "u8);
        }
    }

    private void Quote(string value)
    {
        Add((byte)'"');
        foreach (var character in value)
        {
            switch (character)
            {
                case '"': Add("\\\""u8); break;
                case '\\': Add("\\\\"u8); break;
                case '\n': Add("\\n"u8); break;
                case '\r': Add("\\r"u8); break;
                case '\t': Add("\\t"u8); break;
                case '\b': Add("\\b"u8); break;
                case '\f': Add("\\f"u8); break;
                case >= ' ' and <= '~': Add((byte)character); break;
                default: AddAscii(string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}")); break;
            }
        }

        Add((byte)'"');
    }

    private void AddAscii(string text)
    {
        Span<byte> bytes = stackalloc byte[64];
        Add(bytes[..Encoding.ASCII.GetBytes(text, bytes)]);
    }

    private void Add(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _buffer.Length - _used)
        {
            output.Write(_buffer, 0, _used);
            _used = 0;
        }

        bytes.CopyTo(_buffer.AsSpan(_used));
        _used += bytes.Length;
    }

    private void Add(byte value) => Add([value]);
}
