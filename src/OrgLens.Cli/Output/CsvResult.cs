using System.Buffers;

namespace OrgLens.Cli.Output;

/// <summary>RFC 4180: quotes only where they are needed; NULL is empty, and an empty text is quoted to be told from it.</summary>
internal static class CsvResult
{
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",\"\r\n");

    public static void Write(ResultTable table, TextWriter output)
    {
        WriteLine(table.Columns.Select(column => (string?)column.Name), output);
        foreach (var row in table.Rows)
        {
            WriteLine(row, output);
        }
    }

    private static void WriteLine(IEnumerable<string?> values, TextWriter output)
    {
        output.Write(string.Join(',', values.Select(Quote)));
        output.Write("\r\n");
    }

    private static string Quote(string? value) => value switch
    {
        null => "",
        "" => "\"\"",
        _ when value.AsSpan().ContainsAny(NeedsQuotes) => $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        _ => value,
    };
}
