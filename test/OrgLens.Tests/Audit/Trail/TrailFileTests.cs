using System.IO.Compression;
using System.Text;
using OrgLens.Audit.Trail;

namespace OrgLens.Tests.Audit.Trail;

public sealed class TrailFileTests
{
    private const string Other = "s3.amazonaws.com";

    public static TheoryData<string, string> WholeFiles => new()
    {
        { "compact", TrailDraft.File(TrailDraft.Record(1), TrailDraft.Record(2, Other), TrailDraft.Record(3)) },
        { "indented, with CRLF", TrailDraft.File(TrailDraft.Record(1), TrailDraft.Record(2, Other), TrailDraft.Record(3)).Replace("{", "{\r\n  ").Replace(",", " ,\r\n\t").Replace(":\"", " : \"").Replace("]", "\r\n]\r\n") },
        { "byte order mark", "\uFEFF" + TrailDraft.File(TrailDraft.Record(1), TrailDraft.Record(3)) },
        { "Records not first", $$"""{"note":"Records","more":{"Records":[{"eventSource":"ec2.amazonaws.com"}],"n":[1,[2,{"x":null}]]},"count":-1.5e3,"flag":true,"Records":[{{TrailDraft.Record(1)}},{{TrailDraft.Record(3)}}],"after":"x"}""" },
        { "twice Records", $$"""{"Records":[{{TrailDraft.Record(1)}}],"Records":[{{TrailDraft.Record(3)}}]}""" },
        { "one document after the other", TrailDraft.File(TrailDraft.Record(1)) + "\n" + TrailDraft.File(TrailDraft.Record(3)) },
        { "quotes and backslashes", TrailDraft.File(TrailDraft.Record(1, members: """ "a\\":"\\\"","b":"},{\"eventVersion\":","c":"\\\\\\","""), TrailDraft.Record(3)) },
        { "separators of lines and other planes", TrailDraft.File(TrailDraft.Record(1, members: "\"a\":\"\u2028 \u2029 \ud83d\ude00 \\ud83d\\ude00\","), TrailDraft.Record(3)) },
        { "names in the request", TrailDraft.File(TrailDraft.Record(1, members: """ "requestParameters":{"eventSource":"s3.amazonaws.com","eventName":"x"},"""), TrailDraft.Record(2, Other, members: """ "requestParameters":{"eventSource":"ec2.amazonaws.com","items":[{"eventSource":"ec2.amazonaws.com"}]},"""), TrailDraft.Record(3)) },
        { "names as values", TrailDraft.File(TrailDraft.Record(1, members: """ "x":"eventSource","y":"s3.amazonaws.com","""), TrailDraft.Record(3)) },
        { "source after 500 KB", TrailDraft.File($$"""{"eventVersion":"1.11","requestParameters":{"big":"{{new string('x', 500_000)}}"},{{TrailDraft.Record(1)[23..]}}""", TrailDraft.Record(3)) },
        { "name written with escapes", TrailDraft.File(TrailDraft.Record(1).Replace("eventSource", "event\\u0053ource"), TrailDraft.Record(2, Other).Replace("eventSource", "event\\u0053ource"), TrailDraft.Record(3)) },
        { "source written with escapes", TrailDraft.File(TrailDraft.Record(1).Replace("ec2.", "ec\\u0032."), TrailDraft.Record(3)) },
        { "nested as deeply as allowed", TrailDraft.File(TrailDraft.Record(1, members: $"\"x\":{new string('[', 63)}{new string(']', 63)},"), TrailDraft.Record(3)) },
        { "null in place of members", TrailDraft.File(TrailDraft.Record(1, members: """ "requestParameters":null,"responseElements":null,"""), TrailDraft.Record(3)) },
    };

    public static TheoryData<string, string> BadRecords => new()
    {
        { "cut-off literal", TrailDraft.Record(2).Replace("\"us-west-2\"", "tru") },
        { "number", "42" },
        { "text", "\"eventSource\"" },
        { "list", "[1,2]" },
        { "null", "null" },
        { "no source", TrailDraft.Record(2).Replace("eventSource", "source") },
        { "source is no text", TrailDraft.Record(2).Replace("\"ec2.amazonaws.com\"", "{}") },
        { "no id", TrailDraft.Record(2).Replace("eventID", "id") },
        { "no time", TrailDraft.Record(2).Replace("2026-03-02T10:00:05Z", "noon") },
        { "no account", TrailDraft.Record(2).Replace("111122223333", "-") },
        { "half of a pair", TrailDraft.Record(2, members: """ "x":"\ud83d",""") },
        { "brackets of different kinds", TrailDraft.Record(2, members: """ "x":{"a":[1}],""") },
        { "bracket too many", TrailDraft.Record(2) + "}" },
        { "bracket missing", TrailDraft.Record(2, members: """ "x":{"a":[1,2],"b":{},""") },
        { "quote missing at the end", TrailDraft.Record(2).Replace("\"us-west-2\"", "\"us-west-2") },
        { "quote missing at the beginning", TrailDraft.Record(2).Replace("\"us-west-2\"", "us-west-2\"") },
        { "colon missing", TrailDraft.Record(2).Replace("\"awsRegion\":", "\"awsRegion\"") },
        { "comma missing", TrailDraft.Record(2).Replace("\"us-west-2\",", "\"us-west-2\"") },
        { "line end in a text", TrailDraft.Record(2).Replace("us-west-2", "us\nwest") },
        { "something between", TrailDraft.Record(2, Other) + ":" },
        { "nested too deeply", TrailDraft.Record(2, members: $"\"x\":{new string('[', 64)}{new string(']', 64)},") },
        { "nested too deeply elsewhere", TrailDraft.Record(2, Other, members: $"\"x\":{string.Concat(Enumerable.Repeat("{\"y\":", 1000))}1{new string('}', 1000)},") },
        { "too large", TrailDraft.Record(2, Other, members: $"\"x\":\"{new string('x', 600_000)}\",") },
        { "without an end", TrailDraft.Record(2, Other, members: $"\"x\":\"{new string('x', 600_000)}") },
    };

    [Theory]
    [MemberData(nameof(WholeFiles))]
    public async Task The_wanted_records_of_a_file_are_read_however_it_is_written_and_comes_in(string form, string text)
    {
        foreach (var stored in (byte[][])[Encoding.UTF8.GetBytes(text), TrailDraft.Gzip(text)])
        {
            foreach (var bytes in (int[])[1, 7, 64, 257, 256 * 1024])
            {
                var reading = await TrailDraft.ReadAsync(stored, new TrailLimits { BufferBytes = bytes });

                Assert.True(reading.Outcome == TrailOutcome.Complete, form);
                Assert.Equal([TrailDraft.Id(1), TrailDraft.Id(3)], reading.Ids);
                Assert.Empty(reading.Bad);
                Assert.Equal(Encoding.UTF8.GetByteCount(text), reading.Bytes);
            }
        }
    }

    [Theory]
    [MemberData(nameof(BadRecords))]
    public async Task A_bad_record_is_reported_with_its_place_and_the_others_are_read(string form, string bad)
    {
        var records = (string[])[TrailDraft.Record(1), bad, TrailDraft.Record(3), TrailDraft.Record(4)];
        foreach (var bytes in (int[])[5, 256 * 1024])
        {
            var reading = await TrailDraft.ReadAsync(TrailDraft.File(records), new TrailLimits { BufferBytes = bytes, RecordBytes = 512 * 1024 });

            Assert.True(reading.Outcome == TrailOutcome.Complete, form);
            Assert.Equal([TrailDraft.Id(1), TrailDraft.Id(3), TrailDraft.Id(4)], reading.Ids.Where(id => id != TrailDraft.Id(2)));
            var finding = reading.Bad[0];
            Assert.InRange(finding.Position, 12 + records[0].Length, 13 + records[0].Length + bad.Length);
            Assert.Equal(2, finding.Number);
            Assert.DoesNotContain(reading.Bad, other => other.Reason!.Contains("us-west", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(BadRecords))]
    public async Task A_file_whose_last_record_is_bad_has_been_read_to_its_end(string form, string bad)
    {
        var reading = await TrailDraft.ReadAsync(TrailDraft.File(TrailDraft.Record(1), bad), new TrailLimits { RecordBytes = 512 * 1024 });

        Assert.True(reading.Outcome == TrailOutcome.Complete, form);
        Assert.Contains(TrailDraft.Id(1), reading.Ids);
        Assert.NotEmpty(reading.Bad);
    }

    [Fact]
    public async Task What_was_whole_is_used_wherever_a_compressed_file_is_cut()
    {
        var records = (string[])[TrailDraft.Record(1), TrailDraft.Record(2, Other), TrailDraft.Record(3), TrailDraft.Record(4)];
        int[] wanted = [1, 3, 4];
        var whole = TrailDraft.File(records);
        var stored = TrailDraft.Gzip(whole);
        // The last eight bytes are checksum and length: without them, and perhaps some bits more, the text is whole.
        for (var length = 0; length < stored.Length - 8; length++)
        {
            var cut = stored[..length];
            var text = Inflate(cut);

            var reading = await TrailDraft.ReadAsync(cut);

            var ends = records.Select((_, i) => "{\"Records\":[".Length + records[..(i + 1)].Sum(record => record.Length) + i).ToList();
            Assert.Equal(wanted.Where(number => ends[number - 1] <= text).Select(TrailDraft.Id), reading.Ids);
            Assert.Equal(length < 2 ? TrailOutcome.NoTrail : text == whole.Length ? TrailOutcome.Complete : TrailOutcome.Truncated, reading.Outcome);
            Assert.Empty(reading.Bad);
        }
    }

    [Fact]
    public async Task What_was_whole_is_used_wherever_a_plain_file_is_cut()
    {
        var text = TrailDraft.File(TrailDraft.Record(1), TrailDraft.Record(2, Other), TrailDraft.Record(3));
        for (var length = 1; length < text.Length; length++)
        {
            var reading = await TrailDraft.ReadAsync(text[..length]);

            Assert.Equal(TrailOutcome.Truncated, reading.Outcome);
            Assert.Equal(text[..length].Split("\"recipientAccountId\":\"111122223333\"}").Length - 1, reading.Records);
            Assert.Empty(reading.Bad);
        }
    }

    [Fact]
    public async Task Members_of_gzip_that_follow_each_other_are_one_file()
    {
        var text = TrailDraft.File(TrailDraft.Record(1), TrailDraft.Record(2, Other), TrailDraft.Record(3));
        var reading = await TrailDraft.ReadAsync([.. TrailDraft.Gzip(text[..300]), .. TrailDraft.Gzip(text[300..])]);

        Assert.Equal(TrailOutcome.Complete, reading.Outcome);
        Assert.Equal([TrailDraft.Id(1), TrailDraft.Id(3)], reading.Ids);
    }

    [Fact]
    public async Task A_wrong_checksum_is_reported()
    {
        var stored = TrailDraft.Gzip(TrailDraft.File(TrailDraft.Record(1)));
        stored[^6] ^= 1;

        Assert.Equal(TrailOutcome.Truncated, (await TrailDraft.ReadAsync(stored)).Outcome);
    }

    [Theory]
    [InlineData("   \n")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[{\"eventSource\":\"ec2.amazonaws.com\"}]")]
    [InlineData("version account-id interface-id srcaddr")]
    [InlineData("{ this is no JSON }")]
    [InlineData("{\"Records\":{\"eventSource\":\"ec2.amazonaws.com\"}}")]
    [InlineData("{\"configurationItems\":[{\"eventSource\":\"ec2.amazonaws.com\"}]}")]
    [InlineData("""{"awsAccountId":"111122223333","digestStartTime":"2026-03-02T10:00:00Z","logFiles":[{"s3Bucket":"b","s3Object":"AWSLogs/x"}],"digestSignatureAlgorithm":"SHA256withRSA"}""")]
    public async Task What_has_no_records_is_no_trail_file(string text)
    {
        foreach (var stored in (byte[][])[Encoding.UTF8.GetBytes(text), TrailDraft.Gzip(text)])
        {
            var reading = await TrailDraft.ReadAsync(stored);

            Assert.Equal(TrailOutcome.NoTrail, reading.Outcome);
            Assert.Empty(reading.Findings);
        }
    }

    [Fact]
    public async Task An_empty_file_is_no_trail_file_and_one_whose_compression_has_no_text_was_cut_off()
    {
        Assert.Equal(TrailOutcome.NoTrail, (await TrailDraft.ReadAsync("")).Outcome);
        Assert.Equal(TrailOutcome.Truncated, (await TrailDraft.ReadAsync(TrailDraft.Gzip("x")[..10])).Outcome);
    }

    [Fact]
    public async Task A_file_without_a_record_is_a_trail_file()
    {
        var reading = await TrailDraft.ReadAsync(TrailDraft.Gzip("""{"Records":[]}"""));

        Assert.Equal((TrailOutcome.Complete, 0), (reading.Outcome, reading.Records));
    }

    [Fact]
    public async Task Damage_without_a_further_record_is_reported()
    {
        var reading = await TrailDraft.ReadAsync(TrailDraft.File(TrailDraft.Record(1)) + "and more");
        var lost = await TrailDraft.ReadAsync("""{"Records":[{"eventVersion":"1.11","x":tru"}},{"x":1}]} and more""");

        Assert.Equal((TrailOutcome.Damaged, 1), (reading.Outcome, reading.Ids.Count()));
        Assert.Equal((TrailOutcome.Damaged, 1), (lost.Outcome, lost.Bad.Count));
    }

    [Fact]
    public async Task A_record_of_a_megabyte_is_read()
    {
        var reading = await TrailDraft.ReadAsync(TrailDraft.Gzip(TrailDraft.File(TrailDraft.Record(1, members: $"\"x\":\"{new string('x', 1_000_000)}\","))));

        Assert.Equal([TrailDraft.Id(1)], reading.Ids);
    }

    [Fact]
    public async Task A_gzip_bomb_is_given_up_at_the_limit()
    {
        var bomb = TrailDraft.Gzip([.. Encoding.UTF8.GetBytes(TrailDraft.File(TrailDraft.Record(1))[..^2] + ",{\"x\":\""), .. new byte[20_000_000].Select(_ => (byte)' ')]);
        var reading = await TrailDraft.ReadAsync(bomb, new TrailLimits { FileBytes = 2_000_000 });

        Assert.Equal(TrailOutcome.TooLarge, reading.Outcome);
        Assert.Equal([TrailDraft.Id(1)], reading.Ids);
        Assert.InRange(reading.Bytes, 2_000_000, 3_000_000);
    }

    [Fact]
    public async Task A_file_of_nothing_but_bad_records_is_given_up()
    {
        var reading = await TrailDraft.ReadAsync(TrailDraft.File(Enumerable.Repeat("7", 5000)), new TrailLimits { BadRecords = 10 });

        Assert.Equal((TrailOutcome.TooLarge, 11), (reading.Outcome, reading.Bad.Count));
    }

    // How much text zlib gets out of the bytes.
    private static int Inflate(byte[] cut)
    {
        using var gzip = new GZipStream(new MemoryStream(cut), CompressionMode.Decompress);
        var count = 0;
        try
        {
            while (gzip.ReadByte() >= 0)
            {
                count++;
            }
        }
        catch (InvalidDataException)
        {
        }

        return count;
    }
}
