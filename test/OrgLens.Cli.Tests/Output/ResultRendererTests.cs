using System.Text.Json;
using OrgLens.Cli.Output;

namespace OrgLens.Cli.Tests.Output;

public sealed class ResultRendererTests
{
    private static readonly ResultTable Table = new(
        [new("name"), new("cost", ValueKind.Number), new("open", ValueKind.Truth), new("detail", ValueKind.Json)],
        [
            ["Z\u00fcrich, \"main\"", "12.5000000001", "true", "{\"a\": 1}"],
            [null, "NaN", null, "{not json"],
            ["", null, "false", null],
        ]);

    [Fact]
    public void Csv_quotes_only_what_needs_it_and_leaves_null_empty() => Assert.Equal(
        "name,cost,open,detail\r\n\"Z\u00fcrich, \"\"main\"\"\",12.5000000001,true,\"{\"\"a\"\": 1}\"\r\n,NaN,,{not json\r\n\"\",,false,\r\n",
        Render(OutputFormat.Csv, Table));

    [Fact]
    public void Json_keeps_every_digit_and_writes_null_as_null()
    {
        var text = Render(OutputFormat.Json, Table);
        var rows = JsonDocument.Parse(text).RootElement;

        Assert.Equal("Z\u00fcrich, \"main\"", rows[0].GetProperty("name").GetString());
        Assert.Equal("12.5000000001", rows[0].GetProperty("cost").GetRawText());
        Assert.True(rows[0].GetProperty("open").GetBoolean());
        Assert.Equal(1, rows[0].GetProperty("detail").GetProperty("a").GetInt32());
        Assert.Equal(JsonValueKind.Null, rows[1].GetProperty("name").ValueKind);
        Assert.Equal("NaN", rows[1].GetProperty("cost").GetString());
        Assert.Equal("{not json", rows[1].GetProperty("detail").GetString());
        Assert.Equal("", rows[2].GetProperty("name").GetString());
    }

    [Fact]
    public void A_result_without_rows_is_an_empty_array_a_header_or_a_remark()
    {
        var empty = Table with { Rows = [] };

        Assert.Equal("[]\n", Render(OutputFormat.Json, empty));
        Assert.Equal("name,cost,open,detail\r\n", Render(OutputFormat.Csv, empty));
        Assert.Contains("(no rows)", Render(OutputFormat.Table, empty), StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_put_numbers_to_the_right_and_text_to_the_left()
    {
        var lines = Render(OutputFormat.Table, new ResultTable([new("name"), new("n", ValueKind.Number)], [["a", "5"], ["bb", "1234"]])).Split('\n');

        Assert.Contains(lines, line => line.TrimEnd().EndsWith("   5", StringComparison.Ordinal) && line.TrimStart().StartsWith("a ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.TrimEnd().EndsWith("1234", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_tables_shorten_long_text()
    {
        var text = new string('x', 400);
        var table = new ResultTable([new("text")], [[text]]);

        Assert.DoesNotContain(text, Render(OutputFormat.Table, table), StringComparison.Ordinal);
        Assert.Contains("\u2026", Render(OutputFormat.Table, table), StringComparison.Ordinal);
        Assert.Contains(text, Render(OutputFormat.Json, table), StringComparison.Ordinal);
        Assert.Contains(text, Render(OutputFormat.Csv, table), StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_is_one_line_however_narrow_the_screen()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var table = new ResultTable([new("first column"), new("second column"), new("n", ValueKind.Number)], [["several words in one value", "and several more", "12"]]);

        new ResultRenderer(new Terminal(output, TextWriter.Null) { Width = 40 }, OutputFormat.Table).Render(table);

        var lines = output.ToString().Split('\n').Where(line => line.Trim().Length > 0).ToList();
        Assert.Equal(3, lines.Count);
        Assert.All(lines, line => Assert.True(line.Length <= 40));
        Assert.EndsWith(" 12", lines[2].TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_with_control_characters_cannot_draw_over_a_table()
    {
        var output = Render(OutputFormat.Table, new ResultTable([new("text")], [["before\u001b[2J\r\nafter[red]"]]));

        Assert.DoesNotContain("\u001b", output, StringComparison.Ordinal);
        Assert.Contains("before [2J  after[red]", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_screen_there_are_no_escape_codes()
    {
        Assert.DoesNotContain("\u001b", Render(OutputFormat.Table, Table with { Title = "Title" }), StringComparison.Ordinal);
    }

    private static string Render(OutputFormat format, ResultTable table)
    {
        using var output = new StringWriter { NewLine = "\n" };
        new ResultRenderer(new Terminal(output, TextWriter.Null), format).Render(table);
        return output.ToString();
    }
}
