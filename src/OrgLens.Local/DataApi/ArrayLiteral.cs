using System.Text;

namespace OrgLens.Local.DataApi;

/// <summary>Reads PostgreSQL's text form of a one-dimensional array: <c>{1,NULL,"a \"b\""}</c>.</summary>
internal static class ArrayLiteral
{
    /// <summary>Reads the elements; null stands for NULL.</summary>
    public static IReadOnlyList<string?> Parse(string text)
    {
        // Arrays with bounds of their own begin with a decoration: [0:1]={…}.
        var position = text.IndexOf('{', StringComparison.Ordinal) + 1;
        var elements = new List<string?>();
        while (text[position] != '}')
        {
            if (text[position] == '{')
            {
                throw DataApiException.UnsupportedResult("The result contains a multidimensional array.");
            }

            elements.Add(text[position] == '"' ? ReadQuoted(text, ref position) : ReadPlain(text, ref position));
            if (text[position] == ',')
            {
                position++;
            }
        }

        return elements;
    }

    private static string? ReadPlain(string text, ref int position)
    {
        var start = position;
        position = text.AsSpan(start).IndexOfAny(',', '}') + start;
        var element = text[start..position];
        return element == "NULL" ? null : element;
    }

    private static string ReadQuoted(string text, ref int position)
    {
        var element = new StringBuilder();
        for (position++; text[position] != '"'; position++)
        {
            if (text[position] == '\\')
            {
                position++;
            }

            element.Append(text[position]);
        }

        position++;
        return element.ToString();
    }
}
