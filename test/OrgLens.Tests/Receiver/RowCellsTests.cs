using System.Text;
using OrgLens.Receiver;

namespace OrgLens.Tests.Receiver;

/// <summary>How rows become columns.</summary>
public sealed class RowCellsTests
{
    private static readonly RowMember[] s_members = [new("id", IsJson: false), new("name", IsJson: false), new("tags", IsJson: true)];

    [Theory]
    [InlineData("""{"id":"a","name":"b","tags":{"k":"v"}}""", "a", "b", """{"k":"v"}""")]
    [InlineData("""{"tags":["x"],"unknown":{"id":"no"},"name":"b","id":"a"}""", "a", "b", """["x"]""")]
    [InlineData("""{"id":"say \"hi\"\n\u00e9","name":"","tags":"t\"t"}""", "say \"hi\"\né", "", "\"t\\\"t\"")]
    [InlineData("""{"id":12.50,"name":true,"tags":7}""", "12.50", "true", "7")]
    [InlineData("""{"id":{"a":[1]},"name":null}""", """{"a":[1]}""", null, null)]
    [InlineData("""{"id":"first","name":"x","id":"last"}""", "last", "x", null)]
    [InlineData("""{"id":"first","id":null,"name":"x"}""", null, "x", null)]
    [InlineData("""{"i\u0064":"escaped name"}""", "escaped name", null, null)]
    public void A_row_is_taken_apart_by_its_members(string row, string? id, string? name, string? tags)
    {
        var cells = new RowCells(s_members);
        Assert.True(cells.TryTake(Encoding.UTF8.GetBytes("""{"id":"a longer row before","name":"whose cells","tags":["are","gone"]}""")));
        Assert.True(cells.TryTake(Encoding.UTF8.GetBytes(row)));
        Assert.Equal([id, name, tags], Enumerable.Range(0, 3).Select(column => cells.TryGet(column, out var cell) ? Encoding.UTF8.GetString(cell) : null));
    }

    [Theory]
    [InlineData("5")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"unknown":1,"name":null}""")]
    [InlineData("""{"id":"nul \u0000"}""")]
    [InlineData("""{"id":"separator \u001f"}""")]
    [InlineData("""{"id":"null \u001E"}""")]
    public void What_columns_cannot_carry_is_left_as_JSON(string row) => Assert.False(new RowCells(s_members).TryTake(Encoding.UTF8.GetBytes(row)));

    [Fact]
    public void Missing_cells_are_null_and_missing_ones_at_the_end_are_left_out()
    {
        Assert.Equal(["a,b,\"\"", "x", ""], Columns("""{"id":"a","name":"x"}""", """{"id":"b"}""", """{"id":""}"""));
        Assert.Equal(["NULL,c", "", "1"], Columns("""{"tags":1}""", """{"id":"c"}"""));
    }

    [Fact]
    public void A_single_empty_cell_does_not_read_like_no_cell() => Assert.Equal(["\"\",NULL", "", ""], Columns("""{"id":""}"""));

    // The text of each column, with words for what PostgreSQL makes of it: "" is an empty cell.
    private static List<string> Columns(params string[] rows)
    {
        var columns = new RowColumns();
        columns.Begin(3);
        var cells = new RowCells(s_members);
        foreach (var row in rows)
        {
            Assert.True(cells.TryTake(Encoding.UTF8.GetBytes(row)));
            columns.Add(cells);
        }

        return [.. columns.Written().Select(column => string.Join(
            ',',
            column.IsEmpty ? [] : Encoding.UTF8.GetString(column.Span).Split('\u001f').Select(cell => cell switch { "" => "\"\"", "\u001e" => "NULL", _ => cell })))];
    }
}
