using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;

namespace OrgLens.Aws;

/// <summary>
/// A value in an answer: JSON or XML, read alike. Names are those on the wire and may be paths (<c>Placement.AvailabilityZone</c>).
/// What is not there reads as null or as an empty list; what is there in another form is an <see cref="AwsAnswerException"/>.
/// </summary>
public readonly struct AwsValue
{
    private readonly AwsOperation? _operation;
    private readonly JsonElement _json;
    private readonly XElement? _xml;

    /// <summary>A value of JSON.</summary>
    public AwsValue(AwsOperation? operation, JsonElement json)
    {
        _operation = operation;
        _json = json.ValueKind == JsonValueKind.Null ? default : json;
    }

    /// <summary>A value of XML.</summary>
    public AwsValue(AwsOperation? operation, XElement? xml)
    {
        _operation = operation;
        _xml = xml;
    }

    /// <summary>Whether there is no such value.</summary>
    public bool IsMissing => _xml is null && _json.ValueKind == JsonValueKind.Undefined;

    /// <summary>This value as text; null when missing.</summary>
    public string? AsText => TextOf("value");

    /// <summary>Text of a member.</summary>
    public string? Text(string name) => Child(name).TextOf(name);

    /// <summary>A number, exactly; also one that the service writes as text.</summary>
    public decimal? Number(string name) => Child(name).NumberOf(name);

    /// <summary>A whole number.</summary>
    public long? WholeNumber(string name)
    {
        var number = Number(name);
        return number is null ? null
            : decimal.Truncate(number.Value) == number && number is >= long.MinValue and <= long.MaxValue ? (long)number
            : throw Unexpected(name, "is not a whole number");
    }

    /// <summary>A boolean.</summary>
    public bool? Flag(string name)
    {
        var child = Child(name);
        return child.IsMissing ? null
            : child._json.ValueKind == JsonValueKind.True || (child._xml is not null && Is(child._xml, "true")) ? true
            : child._json.ValueKind == JsonValueKind.False || (child._xml is not null && Is(child._xml, "false")) ? false
            : throw Unexpected(name, "is not a boolean");
    }

    /// <summary>An instant: seconds since 1970 where it is a number, ISO 8601 where it is text (without an offset: UTC).</summary>
    public DateTimeOffset? Instant(string name)
    {
        var child = Child(name);
        if (child._json.ValueKind == JsonValueKind.Number)
        {
            var seconds = child.NumberOf(name)!.Value;
            return seconds is >= -62135596800m and < 253402300800m
                ? DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond))
                : throw Unexpected(name, "is out of the range of instants");
        }

        return child.TextOf(name) is not { Length: > 0 } text ? null
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant.ToUniversalTime()
            : throw Unexpected(name, "is not an instant");
    }

    /// <summary>The value of a member; missing when it, or anything on the way to it, is.</summary>
    public AwsValue Child(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? Member(name) : Member(name[..dot]).Child(name[(dot + 1)..]);
    }

    /// <summary>The items of a list member; in XML the elements inside it, whatever their name.</summary>
    public IReadOnlyList<AwsValue> List(string name)
    {
        var child = Child(name);
        if (child._xml is { } element)
        {
            return [.. element.Elements().Select(child.Sibling)];
        }

        return child.IsMissing ? []
            : child._json.ValueKind == JsonValueKind.Array ? [.. child._json.EnumerateArray().Select(child.Sibling)]
            : throw Unexpected(name, "is not a list");
    }

    /// <summary>A list that the model calls flattened: in XML the elements of that name, with no element around them.</summary>
    public IReadOnlyList<AwsValue> Flattened(string name)
    {
        var operation = _operation;
        return _xml is null ? List(name) : [.. _xml.Elements().Where(element => element.Name.LocalName == name).Select(element => new AwsValue(operation, element))];
    }

    /// <summary>The texts of a list member.</summary>
    public IReadOnlyList<string> Texts(string name) => [.. List(name).Select(item => item.TextOf(name)).OfType<string>()];

    /// <summary>The entries of a map member, in the order of the answer.</summary>
    public IReadOnlyList<KeyValuePair<string, AwsValue>> Map(string name)
    {
        var child = Child(name);
        if (child._xml is { } element)
        {
            return [.. element.Elements().Select(child.Sibling).Select(entry => KeyValuePair.Create(entry.Text("key") ?? string.Empty, entry.Child("value")))];
        }

        return child.IsMissing ? []
            : child._json.ValueKind == JsonValueKind.Object
                ? [.. child._json.EnumerateObject().Select(property => KeyValuePair.Create(property.Name, child.Sibling(property.Value)))]
                : throw Unexpected(name, "is not a map");
    }

    /// <summary>Writes the value as JSON, as it came. An element of XML becomes a string or, with elements inside, an object.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (_xml is not null)
        {
            WriteElement(writer, _xml);
        }
        else if (IsMissing)
        {
            writer.WriteNullValue();
        }
        else
        {
            _json.WriteTo(writer);
        }
    }

    private static bool Is(XElement element, string value) => string.Equals(element.Value.Trim(), value, StringComparison.OrdinalIgnoreCase);

    private static void WriteElement(Utf8JsonWriter writer, XElement element)
    {
        if (!element.HasElements)
        {
            writer.WriteStringValue(element.Value);
            return;
        }

        var isList = element.Elements().All(child => child.Name.LocalName is "member" or "item");
        if (isList)
        {
            writer.WriteStartArray();
        }
        else
        {
            writer.WriteStartObject();
        }

        foreach (var child in element.Elements())
        {
            if (!isList)
            {
                writer.WritePropertyName(child.Name.LocalName);
            }

            WriteElement(writer, child);
        }

        if (isList)
        {
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteEndObject();
        }
    }

    private AwsValue Member(string name)
    {
        if (_xml is not null)
        {
            return new AwsValue(_operation, _xml.Elements().FirstOrDefault(element => element.Name.LocalName == name));
        }

        return IsMissing ? this
            : _json.ValueKind != JsonValueKind.Object ? throw Unexpected(name, "is asked of a value that is not an object")
            : _json.TryGetProperty(name, out var value) ? Sibling(value)
            : new AwsValue(_operation, default(JsonElement));
    }

    private AwsValue Sibling(JsonElement json) => new(_operation, json);

    private AwsValue Sibling(XElement xml) => new(_operation, xml);

    private string? TextOf(string name) =>
        _xml is not null ? _xml.HasElements ? throw Unexpected(name, "is not text") : _xml.Value
        : IsMissing ? null
        : _json.ValueKind == JsonValueKind.String ? _json.GetString()
        : throw Unexpected(name, "is not text");

    private decimal? NumberOf(string name)
    {
        if (IsMissing)
        {
            return null;
        }

        var text = _json.ValueKind == JsonValueKind.Number ? _json.GetRawText() : TextOf(name)!;
        return text.Length == 0 ? null
            : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
            : throw Unexpected(name, "is not a number");
    }

    private AwsAnswerException Unexpected(string name, string problem) => new(_operation, name, problem);
}
