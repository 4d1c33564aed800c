using System.Text;
using OrgLens.Receiver;

namespace OrgLens.Tests.Receiver;

/// <summary>How rows become records.</summary>
public sealed class RowRecordTests
{
    private static readonly RowMember[] s_members = [new("id", IsJson: false), new("name", IsJson: false), new("tags", IsJson: true)];

    [Theory]
    [InlineData("""{"id":"a","name":"b","tags":{"k":"v"}}""", """a|b|{"k":"v"}""")]
    [InlineData("""{"tags":["x"],"unknown":{"id":"no"},"name":"b","id":"a"}""", """a|b|["x"]""")]
    [InlineData("""{"id":"say \"hi\"\n\u00e9","name":"","tags":"t\"t"}""", "say \"hi\"\né||\"t\\\"t\"")]
    [InlineData("""{"id":12.50,"name":true,"tags":7}""", "12.50|true|7")]
    [InlineData("""{ "id" : { "a" : [ 1 , " b " ] } , "name" : null }""", """{"a":[1," b "]}|-|-""")]
    [InlineData("""{"id":"first","name":"x","id":"last"}""", "last|x|-")]
    [InlineData("""{"id":"first","id":null,"name":"x"}""", "-|x|-")]
    [InlineData("""{"i\u0064":"escaped name"}""", "escaped name|-|-")]
    [InlineData("""{"id":"(","name":")","tags":","}""", "(|)|\",\"")]
    [InlineData("""{"id":"a,b","name":"back\\slash"}""", """a,b|back\slash|-""")]
    [InlineData("""{"id":"\t","name":"null","tags":null}""", "\t|null|-")]
    [InlineData("""{"id":"","name":"[","tags":[]}""", "|[|[]")]
    [InlineData("""{"id":["an array"]}""", """["an array"]|-|-""")]
    public void A_row_is_written_as_a_record_of_its_members(string row, string expected)
    {
        var record = new RowRecord(s_members);
        Assert.True(record.TryTake(Encoding.UTF8.GetBytes("""{"id":"a longer row before","name":"whose cells","tags":["are","gone"]}""")));
        Assert.True(record.TryTake(Encoding.UTF8.GetBytes(row)));
        Assert.Equal(expected.Replace('-', '\u001f'), string.Join('|', Cells(record)));
    }

    [Theory]
    [InlineData("\"2026-01-15T00:00:00+00:00\"", "+1768435200000000")]
    [InlineData("\"2026-01-15T01:30:00.25+01:30\"", "+1768435200250000")]
    [InlineData("\"yesterday\"", " yesterday")]
    [InlineData("\"+1768435200000000\"", " +1768435200000000")]
    [InlineData("\"\\u002b5\"", " +5")]
    [InlineData("\"\"", " ")]
    [InlineData("1768435200", "1768435200")]
    public void An_instant_has_a_form_that_no_text_has(string value, string expected)
    {
        var record = new RowRecord([new("at", IsJson: false, IsInstant: true)]);
        Assert.True(record.TryTake(Encoding.UTF8.GetBytes($$"""{"at":{{value}}}""")));
        Assert.Equal([expected], Cells(record));
    }

    [Theory]
    [InlineData("5")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"unknown":1,"name":null}""")]
    [InlineData("""{"id":"nul \u0000"}""")]
    [InlineData("""{"id":"separator \u001d"}""")]
    [InlineData("""{"id":"control \u001f"}""")]
    [InlineData("""{"id":"control \u001E"}""")]
    [InlineData("""{"id":"separator \u001D"}""")]
    public void What_a_record_cannot_carry_is_left_as_JSON(string row) => Assert.False(new RowRecord(s_members).TryTake(Encoding.UTF8.GetBytes(row)));

    private static IEnumerable<string> Cells(RowRecord record) => Enumerable.Range(0, record.Columns).Select(column => Encoding.UTF8.GetString(record.Cell(column)));
}
