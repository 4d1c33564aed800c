using System.Text;
using OrgLens.Receiver;

namespace OrgLens.Tests.Receiver;

/// <summary>How the cells of a run are laid out.</summary>
public sealed class CellRunTests
{
    private static readonly RowMember[] s_members = [new("id", IsJson: false), new("kind", IsJson: false), new("none", IsJson: false), new("tags", IsJson: true)];

    [Theory]
    [InlineData("0|-1|-2|-3|k|~|[]|a|b", """{"id":"a","kind":"k","tags":[]}""", """{"tags":[],"id":"b","kind":"k"}""")]
    [InlineData("0|1|-1|-2|~|~|a|k|b|l|c|k", """{"id":"a","kind":"k"}""", """{"id":"b","kind":"l"}""", """{"id":"c","kind":"k"}""")]
    [InlineData("0|-1|-2|1|k|~|a|7|b|~", """{"id":"a","kind":"k","tags":7}""", """{"id":"b","kind":"k"}""")]
    [InlineData("0|-1|-2|-3|~|~|~|a|a", """{"id":"a"}""", """{"id":"a"}""")]
    [InlineData("0|-1|-2|-3|only|~|{}|", """{"id":"","kind":"only","tags":{}}""")]
    [InlineData("0|1|2|3|a|k|n|1|ab|ka|nn|12", """{"id":"a","kind":"k","none":"n","tags":1}""", """{"id":"ab","kind":"ka","none":"nn","tags":12}""")]
    public void What_is_the_same_in_all_rows_comes_once(string expected, params string[] rows)
    {
        var run = new CellRun();
        Take(run, """{"id":"before","kind":"another","none":"run","tags":[1,2]}""");
        Take(run, rows);
        var body = new byte[run.MostBytes];
        Assert.Equal(expected.Replace('|', '\u001e').Replace('~', '\u001f'), Encoding.UTF8.GetString(body, 0, run.Write(body)));
    }

    private static void Take(CellRun run, params string[] rows)
    {
        run.Begin(s_members.Length);
        var record = new RowRecord(s_members);
        foreach (var row in rows)
        {
            Assert.True(record.TryTake(Encoding.UTF8.GetBytes(row)));
            run.Add(record);
        }
    }
}
