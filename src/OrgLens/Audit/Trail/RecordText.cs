using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace OrgLens.Audit.Trail;

/// <summary>Makes a record of its bytes, when it is wanted.</summary>
internal static class RecordText
{
    /// <summary>Reads a record whose end has been found.</summary>
    /// <param name="text">The record.</param>
    /// <param name="scan">What was seen on the way through it.</param>
    /// <param name="wants">Chooses records by <c>eventSource</c> and <c>eventName</c>.</param>
    /// <param name="depth">Levels of nesting that are allowed.</param>
    /// <returns>The record, or what is wrong with it; neither when nobody wants it.</returns>
    public static (TrailRecord? Record, string? Reason) Read(ReadOnlySpan<byte> text, in ValueScan scan, Func<string, string, bool> wants, int depth)
    {
        if (text[0] != '{')
        {
            return (null, TrailReasons.NoObject);
        }

        var source = text[scan.Source];
        var name = text[scan.Name];
        if (!scan.HasEscapes)
        {
            if (source.IsEmpty || name.IsEmpty)
            {
                return (null, TrailReasons.NoSource);
            }

            if (!wants(Encoding.UTF8.GetString(source), Encoding.UTF8.GetString(name)))
            {
                return (null, null);
            }
        }

        return Parse(text, wants, depth);
    }

    private static (TrailRecord? Record, string? Reason) Parse(ReadOnlySpan<byte> text, Func<string, string, bool> wants, int depth)
    {
        if (!Utf8.IsValid(text))
        {
            return (null, TrailReasons.NoText);
        }

        try
        {
            CheckEscapes(text, depth);
            var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = depth });
            var root = JsonElement.ParseValue(ref reader);
            // A record that only escapes kept from being told by its bytes may be nobody's.
            return root.Text("eventSource") is { } source && root.Text("eventName") is { } name && !wants(source, name)
                ? (null, null)
                : (TrailRecord.Of(root), null);
        }
        catch (JsonException)
        {
            return (null, TrailReasons.Broken);
        }
        catch (InvalidOperationException)
        {
            return (null, TrailReasons.NoText);
        }
        catch (TrailRecordException exception)
        {
            return (null, exception.Message);
        }
    }

    // Half of a surrogate pair, written as an escape, is valid JSON and no text: whoever reads or copies that string would fail.
    private static void CheckEscapes(ReadOnlySpan<byte> text, int depth)
    {
        if (text.IndexOf("\\ud"u8) < 0 && text.IndexOf("\\uD"u8) < 0)
        {
            return;
        }

        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = depth });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
            {
                reader.GetString();
            }
        }
    }
}
