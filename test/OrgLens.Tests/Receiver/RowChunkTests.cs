using System.Text;
using System.Text.Json;
using OrgLens.Receiver;

namespace OrgLens.Tests.Receiver;

/// <summary>How rows are laid out in a request.</summary>
public sealed class RowChunkTests
{
    [Fact]
    public void A_long_section_is_cut_into_runs_that_hold_all_of_its_rows_in_order()
    {
        var chunk = new RowChunk(SnapshotLimits.Default);
        var sent = 0;
        while (chunk.TryAdd("service", 0, "{\"x\":1}"u8.ToArray(), Row(sent)))
        {
            sent++;
        }

        var runs = Runs(chunk);
        Assert.Equal(6, runs.Count);
        Assert.All(runs, run => Assert.Equal("service", run.Section));
        Assert.All(runs, run => Assert.InRange(run.Length, 1, 501_100));
        Assert.Equal(Enumerable.Range(0, sent), runs.SelectMany(run => run.Numbers));
    }

    [Fact]
    public void A_run_ends_where_another_section_or_another_parent_begins()
    {
        var chunk = new RowChunk(SnapshotLimits.Default);
        chunk.TryAdd("service", 0, null, Row(0));
        chunk.TryAdd("service", 0, null, Row(1));
        chunk.TryAdd("health", 0, null, Row(2));
        chunk.TryAdd("health", 1, null, Row(3));
        Assert.Equal(["service 0 1", "health 2", "health 3"], Runs(chunk).Select(run => $"{run.Section} {string.Join(' ', run.Numbers)}"));
    }

    [Fact]
    public void A_row_longer_than_a_run_is_one()
    {
        var chunk = new RowChunk(SnapshotLimits.Default);
        chunk.TryAdd("service", 0, null, Row(0));
        chunk.TryAdd("service", 0, null, Row(1, 1_500_000));
        chunk.TryAdd("service", 0, null, Row(2));
        Assert.Equal(["0 1", "2"], Runs(chunk).Select(run => string.Join(' ', run.Numbers)));
    }

    [Fact]
    public void Cells_and_JSON_are_runs_of_their_own()
    {
        var chunk = new RowChunk(SnapshotLimits.Default);
        var record = new RowRecord([new("number", IsJson: false)]);
        Assert.True(record.TryTake("{\"number\":1}"u8));
        chunk.TryAdd("service", 0, null, record);
        Assert.True(record.TryTake("{\"number\":\"2\"}"u8));
        chunk.TryAdd("service", 0, null, record);
        chunk.TryAdd("service", 0, null, Row(3));
        var (stream, list) = chunk.End();
        var body = Encoding.UTF8.GetString(stream.ToArray());
        using var slices = JsonDocument.Parse(list);
        var runs = slices.RootElement.EnumerateArray().ToList();
        Assert.Equal([true, false], runs.Select(run => run.GetProperty("is_cells").GetBoolean()));
        Assert.Equal([2, 1], runs.Select(run => run.GetProperty("rows").GetInt32()));
        Assert.Equal("0\u001e1\u001e2", body[..runs[0].GetProperty("length").GetInt32()]);
    }

    private static byte[] Row(int number, int length = 1000) => Encoding.UTF8.GetBytes($$"""{"number":{{number}},"text":"{{new string('x', length)}}"}""");

    private static List<(string Section, int Length, List<int> Numbers)> Runs(RowChunk chunk)
    {
        var (body, list) = chunk.End();
        using var slices = JsonDocument.Parse(list);
        return [.. slices.RootElement.EnumerateArray().Select(slice => Run(slice, body.ToArray()))];
    }

    private static (string Section, int Length, List<int> Numbers) Run(JsonElement slice, byte[] body)
    {
        var length = slice.GetProperty("length").GetInt32();
        using var rows = JsonDocument.Parse(body.AsMemory(slice.GetProperty("offset").GetInt32(), length));
        var numbers = rows.RootElement.EnumerateArray().Select(row => row.GetProperty("number").GetInt32()).ToList();
        Assert.Equal(numbers.Count, slice.GetProperty("rows").GetInt32());
        return (slice.GetProperty("section").GetString()!, length, numbers);
    }
}
