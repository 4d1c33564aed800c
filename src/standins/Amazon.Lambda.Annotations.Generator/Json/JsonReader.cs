using System.Globalization;
using System.Text;

namespace Amazon.Lambda.Annotations.Generator.Json;

/// <summary>Reads a document; comments are skipped, as the official generator does.</summary>
internal sealed class JsonReader
{
    /// <summary>No template nests deeper; a file that does must not overflow the compiler's stack.</summary>
    private const int DeepestNesting = 64;

    private readonly string _json;
    private int _at;
    private int _depth;

    private JsonReader(string json) => _json = json;

    public static JsonObject ReadObject(string json)
    {
        var reader = new JsonReader(json);
        var value = reader.ReadValue();
        return reader.Peek() == '\0' && value is JsonObject root ? root : throw reader.Unexpected();
    }

    private JsonNode ReadValue() => Peek() switch
    {
        '{' => ReadMembers(),
        '[' => ReadItems(),
        '"' => new JsonText(ReadText()),
        _ => ReadLiteral(),
    };

    private JsonObject ReadMembers()
    {
        var result = new JsonObject();
        Open();
        while (Peek() != '}')
        {
            var key = Peek() == '"' ? ReadText() : throw Unexpected();
            Take(':');
            result.With(key, ReadValue());
            Separate('}');
        }

        Close('}');
        return result;
    }

    private JsonArray ReadItems()
    {
        var items = new List<JsonNode>();
        Open();
        while (Peek() != ']')
        {
            items.Add(ReadValue());
            Separate(']');
        }

        Close(']');
        return new JsonArray(items);
    }

    private string ReadText()
    {
        var text = new StringBuilder();
        for (_at++; _at < _json.Length && _json[_at] != '"'; _at++)
        {
            text.Append(_json[_at] == '\\' ? ReadEscape() : _json[_at]);
        }

        Take('"');
        return text.ToString();
    }

    private char ReadEscape()
    {
        _at++;
        var escaped = _at < _json.Length ? _json[_at] : throw Unexpected();
        if (escaped != 'u')
        {
            var index = "\"\\/bfnrt".IndexOf(escaped);
            return index >= 0 ? "\"\\/\b\f\n\r\t"[index] : throw Unexpected();
        }

        var isHex = ushort.TryParse(
            _json.Substring(_at + 1, Math.Min(4, _json.Length - _at - 1)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code);
        _at += 4;
        return isHex ? (char)code : throw Unexpected();
    }

    private JsonLiteral ReadLiteral()
    {
        var start = _at;
        while (_at < _json.Length && (char.IsLetterOrDigit(_json[_at]) || "+-.".IndexOf(_json[_at]) >= 0))
        {
            _at++;
        }

        var text = _json.Substring(start, _at - start);
        if (text is "true" or "false" or "null")
        {
            return new JsonLiteral(text);
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? new JsonLiteral(text.IndexOfAny(['.', 'e', 'E']) < 0 ? text : WithDecimals(number))
            : throw Unexpected();
    }

    /// <summary>A fraction is written as the shortest text of its value, and never like a whole number.</summary>
    private static string WithDecimals(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.IndexOfAny(['.', 'E']) < 0 ? text + ".0" : text;
    }

    private void Open()
    {
        _at++;
        if (++_depth > DeepestNesting)
        {
            throw new FormatException($"The template nests deeper than {DeepestNesting} levels.");
        }
    }

    private void Close(char bracket)
    {
        Take(bracket);
        _depth--;
    }

    private void Separate(char end)
    {
        if (Peek() != end)
        {
            Take(',');
        }
    }

    private void Take(char expected)
    {
        if (Peek() != expected)
        {
            throw Unexpected();
        }

        _at++;
    }

    /// <summary>The next character that means something; NUL at the end.</summary>
    private char Peek()
    {
        while (_at < _json.Length)
        {
            if (char.IsWhiteSpace(_json[_at]) || _json[_at] == '\uFEFF')
            {
                _at++;
            }
            else if (!SkipComment())
            {
                return _json[_at];
            }
        }

        return '\0';
    }

    private bool SkipComment()
    {
        var end = string.CompareOrdinal(_json, _at, "//", 0, 2) == 0 ? "\n" : string.CompareOrdinal(_json, _at, "/*", 0, 2) == 0 ? "*/" : null;
        if (end is null)
        {
            return false;
        }

        var found = _json.IndexOf(end, _at + 2, StringComparison.Ordinal);
        _at = found < 0 ? _json.Length : found + end.Length;
        return true;
    }

    private FormatException Unexpected() => new($"The template is not valid JSON at character {_at}.");
}
