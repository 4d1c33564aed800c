using System.Globalization;
using System.Text;

namespace Amazon.Lambda.Annotations.Generator.Json;

/// <summary>Indented by two blanks, the platform's line ends, none at the end: the form in which the official generator writes.</summary>
internal static class JsonPrinter
{
#pragma warning disable RS1035 // Not a setting: the official generator ends lines as the platform does.
    private static readonly string _newLine = Environment.NewLine;
#pragma warning restore RS1035

    public static string Print(JsonNode node)
    {
        var text = new StringBuilder();
        Print(node, 0, text);
        return text.ToString();
    }

    private static void Print(JsonNode node, int depth, StringBuilder text)
    {
        switch (node)
        {
            case JsonObject { Keys.Count: 0 }:
                text.Append("{}");
                break;
            case JsonArray { Items.Count: 0 }:
                text.Append("[]");
                break;
            case JsonObject map:
                PrintAll('{', map.Keys, '}', depth, text, key =>
                {
                    PrintText(key, text);
                    text.Append(": ");
                    Print(map[key]!, depth + 1, text);
                });
                break;
            case JsonArray list:
                PrintAll('[', list.Items, ']', depth, text, item => Print(item, depth + 1, text));
                break;
            case JsonText value:
                PrintText(value.Value, text);
                break;
            case JsonLiteral literal:
                text.Append(literal.Text);
                break;
        }
    }

    private static void PrintAll<T>(char open, IReadOnlyList<T> items, char close, int depth, StringBuilder text, Action<T> print)
    {
        text.Append(open);
        for (var i = 0; i < items.Count; i++)
        {
            text.Append(i == 0 ? _newLine : "," + _newLine).Append(' ', 2 * (depth + 1));
            print(items[i]);
        }

        text.Append(_newLine).Append(' ', 2 * depth).Append(close);
    }

    private static void PrintText(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (var c in value)
        {
            var index = "\"\\\b\f\n\r\t".IndexOf(c);
            if (index >= 0)
            {
                text.Append('\\').Append("\"\\bfnrt"[index]);
            }
            else if (c is < ' ' or '\u0085' or '\u2028' or '\u2029')
            {
                text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                text.Append(c);
            }
        }

        text.Append('"');
    }
}
