namespace OrgLens.Bench.Results;

/// <summary>A table of figures.</summary>
/// <param name="Title">What was measured.</param>
/// <param name="Columns">Headings.</param>
/// <param name="Rows">Cells as they are shown.</param>
/// <param name="Notes">How it was measured.</param>
internal sealed record ResultTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, params IReadOnlyList<string> Notes)
{
    /// <summary>As GitHub shows it, and as a terminal can be read.</summary>
    public void Write(TextWriter output)
    {
        int[] widths = [.. Columns.Select((column, i) => Rows.Select(row => row[i].Length).Append(column.Length).Max())];
        output.WriteLine($"## {Title}");
        output.WriteLine();
        WriteRow(output, Columns, widths);
        output.WriteLine("|" + string.Concat(widths.Select((width, i) => new string('-', width + (i == 0 ? 2 : 1)) + (i == 0 ? "|" : ":|"))));
        foreach (var row in Rows)
        {
            WriteRow(output, row, widths);
        }

        output.WriteLine();
        foreach (var note in Notes)
        {
            output.WriteLine(note);
            output.WriteLine();
        }
    }

    private static void WriteRow(TextWriter output, IReadOnlyList<string> cells, int[] widths) =>
        output.WriteLine("|" + string.Concat(cells.Select((cell, i) => $" {(i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))} |")));
}
