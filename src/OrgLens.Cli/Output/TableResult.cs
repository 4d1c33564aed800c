using Spectre.Console;

namespace OrgLens.Cli.Output;

/// <summary>A table for people: numbers to the right, long text cut with an ellipsis, a row never more than a line.</summary>
internal static class TableResult
{
    /// <summary>Longer texts would push the other columns off the screen.</summary>
    private const int WidestText = 80;

    /// <summary>Narrower, a column says nothing.</summary>
    private const int NarrowestColumn = 4;

    /// <summary>The blanks that the border puts around a column.</summary>
    private const int Padding = 4;

    public static void Write(ResultTable table, IAnsiConsole console)
    {
        if (table.Title is { } title)
        {
            console.Write(new Text(title, new Style(decoration: Decoration.Bold)));
            console.WriteLine();
        }

        if (table.Rows.Count == 0)
        {
            console.Write(new Text("(no rows)"));
            console.WriteLine();
            return;
        }

        var rows = table.Rows.Select(row => row.Select(value => OneLine(value ?? "")).ToArray()).ToList();
        var widths = Widths(table.Columns, rows, console.Profile.Width);
        var grid = new Table { Border = TableBorder.Simple };
        for (var index = 0; index < widths.Length; index++)
        {
            var column = table.Columns[index];
            grid.AddColumn(new TableColumn(new Text(Shorten(column.Name, widths[index]))) { Alignment = column.Kind == ValueKind.Number ? Justify.Right : Justify.Left, NoWrap = true });
        }

        foreach (var row in rows)
        {
            grid.AddRow(row.Select((value, index) => new Text(Shorten(value, widths[index]))));
        }

        console.Write(grid);
    }

    /// <summary>As wide as the content wants; where the screen is too narrow, the widest columns give way.</summary>
    private static int[] Widths(IReadOnlyList<ResultColumn> columns, List<string[]> rows, int screen)
    {
        var widths = columns.Select((column, index) => Math.Min(WidestText, rows.Max(row => row[index].Length) is var widest && widest > column.Name.Length ? widest : column.Name.Length)).ToArray();
        while (widths.Sum() + Padding * widths.Length > screen && widths.Max() > NarrowestColumn)
        {
            widths[Array.IndexOf(widths, widths.Max())]--;
        }

        return widths;
    }

    /// <summary>A line break or a control character in a value must not draw over the table.</summary>
    private static string OneLine(string value) => string.Concat(value.Select(character => char.IsControl(character) ? ' ' : character));

    private static string Shorten(string value, int width)
    {
        if (value.Length <= width)
        {
            return value;
        }

        // Never between the two halves of a character.
        var end = char.IsHighSurrogate(value[width - 2]) ? width - 2 : width - 1;
        return value[..end] + "\u2026";
    }
}
