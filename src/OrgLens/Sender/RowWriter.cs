using System.Globalization;
using System.Text.Json;
using OrgLens.Aws;

namespace OrgLens.Sender;

/// <summary>Writes the members of one row. What is null is written as null: not known.</summary>
/// <param name="json">The object that the members belong to.</param>
public sealed class RowWriter(Utf8JsonWriter json)
{
    /// <summary>A text.</summary>
    public void Text(string name, string? value) => json.WriteString(name, Storable(value));

    /// <summary>A list of texts.</summary>
    public void Texts(string name, IEnumerable<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(Storable(value));
        }

        json.WriteEndArray();
    }

    /// <summary>A number, exactly.</summary>
    public void Number(string name, decimal? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>A boolean.</summary>
    public void Flag(string name, bool? value)
    {
        if (value is { } flag)
        {
            json.WriteBoolean(name, flag);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>An instant, with offset.</summary>
    public void Instant(string name, DateTimeOffset? value) =>
        json.WriteString(name, value?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'+00:00'", CultureInfo.InvariantCulture));

    /// <summary>A day.</summary>
    public void Date(string name, DateOnly? value) => json.WriteString(name, value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>A value of an answer as it came.</summary>
    public void Value(string name, AwsValue value)
    {
        json.WritePropertyName(name);
        value.WriteTo(json);
    }

    /// <summary>An object.</summary>
    public void Nested(string name, Action<RowWriter> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        json.WriteStartObject(name);
        members(this);
        json.WriteEndObject();
    }

    /// <summary>A list of objects.</summary>
    public void List<T>(string name, IEnumerable<T> items, Action<RowWriter, T> members)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(members);
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            members(this, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Tags as the services list them, as <c>[{"Key": …, "Value": …}]</c> whatever the case of their names; none: an empty list.</summary>
    public void Tags(string name, IEnumerable<AwsValue> tags) => List(name, tags, (writer, tag) =>
    {
        writer.Text("Key", tag.Text("Key") ?? tag.Text("key"));
        writer.Text("Value", tag.Text("Value") ?? tag.Text("value"));
    });

    // PostgreSQL stores no U+0000.
    private static string? Storable(string? value) => value?.Contains('\0', StringComparison.Ordinal) is true ? value.Replace("\0", string.Empty, StringComparison.Ordinal) : value;
}
