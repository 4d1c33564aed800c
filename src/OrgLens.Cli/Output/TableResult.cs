using Spectre.Console;

namespace OrgLens.Cli.Output;

/// <summary>A table for people: numbers to the right, long text cut with an ellipsis, never wrapped.</summary>
internal static class TableResult
{
    /// <summary>Longer texts would push the other columns off the screen.</summary>
    private const int WidestText = 80;

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

        var grid = new Table { Border = TableBorder.Simple };
        foreach (var column in table.Columns)
        {
            grid.AddColumn(new TableColumn(new Text(column.Name)) { Alignment = column.Kind == ValueKind.Number ? Justify.Right : Justify.Left, NoWrap = true });
        }

        foreach (var row in table.Rows)
        {
            grid.AddRow(row.Select(value => new Text(Shorten(value ?? "")) { Overflow = Overflow.Ellipsis }));
        }

        console.Write(grid);
    }

    private static string Shorten(string value)
    {
        // A line break or a control character in a value must not draw over the table.
        var line = string.Concat(value.Select(character => char.IsControl(character) ? ' ' : character));
        if (line.Length <= WidestText)
        {
            return line;
        }

        // Never between the two halves of a character.
        var end = char.IsHighSurrogate(line[WidestText - 2]) ? WidestText - 2 : WidestText - 1;
        return line[..end] + "\u2026";
    }
}
