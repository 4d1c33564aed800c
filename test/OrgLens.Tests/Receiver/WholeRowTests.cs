using System.IO.Hashing;
using System.Text;
using OrgLens.Receiver;

namespace OrgLens.Tests.Receiver;

/// <summary>Rows are taken whole, or token by token where there is something about them: nobody may see where a buffer ends.</summary>
public sealed class WholeRowTests
{
    private const int BufferBytes = 128 * 1024;

    // By the rule that takes them: whole, or by tokens because of a surrogate, of many brackets, or of the length.
    private static readonly string[] s_rows =
    [
        """{"service":"EC2","cost":-12.5e3,"none":null,"tags":[{"key":"a"},[],{},true]}""",
        """{"text":"{ [ \" \\ \u00e9 Grüße  two blanks","":""}""",
        $$"""{"long":"{{new string('y', 3 * BufferBytes)}}"}""",
        """{"text":"\ud83d\ude00 \uD83C\uDF89"}""",
        """{"text":"\\ud83d is a text"}""",
        $$"""{"list":[{{string.Join(',', Enumerable.Repeat("{}", 100))}}]}""",
        $$"""{"longer":"{{new string('x', 9 * BufferBytes)}}"}""",
        "\"no object\"",
        "17",
        "[]",
    ];

    [Fact]
    public void A_section_has_the_hash_of_its_rows()
    {
        var rows = Encoding.UTF8.GetBytes(string.Concat(s_rows.Select(row => row + "\n")));
        var outline = DocumentText.Outline(DocumentText.With($"\"service\":[{string.Join(',', s_rows)}]"));
        Assert.Equal(s_rows.Length, outline.Rows["service"]);
        Assert.Equal($"{XxHash64.HashToUInt64(rows):x16}-{rows.Length}", outline.Hashes["service"]);
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("\r\n\t  ")]
    public void Blanks_between_rows_do_not_count(string blank)
    {
        var plain = DocumentText.Outline(DocumentText.With($"\"service\":[{string.Join(',', s_rows)}]"));
        var spaced = DocumentText.Outline(DocumentText.With($"\"service\":{blank}[{blank}{string.Join($"{blank},{blank}", s_rows)}{blank}]"));
        Assert.Equal(plain.Hashes, spaced.Hashes);
    }

    [Fact]
    public void Rows_may_be_split_anywhere_by_the_end_of_a_buffer()
    {
        var text = DocumentText.With($"\"service\":[{string.Join(", ", s_rows.Where(row => row.Length < 1000).Select(row => Spaced(row, " ")))}]");
        var whole = DocumentText.Outline(text);
        for (var split = 1; split < text.Length; split += 3)
        {
            var outline = DocumentText.Outline(new string(' ', BufferBytes - split) + text);
            Assert.Equal(whole.Hashes, outline.Hashes);
            Assert.Equal(whole.Rows, outline.Rows);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2 * BufferBytes)]
    public void Bad_text_in_a_row_is_refused_whatever_the_length_of_the_row(int length)
    {
        var filler = new string('x', length);
        Assert.Equal(RejectionReasons.NotUtf8, DocumentText.Reject(InRow([.. "{\"a\":\""u8, .. Encoding.UTF8.GetBytes(filler), 0xc3, 0x28, .. "\"}"u8])).Reason);
        Assert.Equal(RejectionReasons.NotUtf8, DocumentText.Reject(InRow([.. "{\""u8, 0xff, .. "\":\""u8, .. Encoding.UTF8.GetBytes(filler), .. "\"}"u8])).Reason);
        Assert.Equal(RejectionReasons.LoneSurrogate, DocumentText.Reject(InRow($$"""{"a":"{{filler}}\ud83d"}""")).Reason);
        Assert.Equal(RejectionReasons.LoneSurrogate, DocumentText.Reject(InRow($$"""{"\uDE00":"{{filler}}"}""")).Reason);
    }

    [Theory]
    [InlineData(61, false)]
    [InlineData(62, true)]
    public void A_row_nests_as_deep_as_the_document_may(int below, bool isRefused)
    {
        var row = $$"""{"a":{{new string('[', below)}}{{new string(']', below)}}}""";
        if (isRefused)
        {
            Assert.Equal(RejectionReasons.TooDeep, DocumentText.Reject(InRow(row)).Reason);
        }
        else
        {
            DocumentText.Outline(InRow(row));
        }
    }

    [Fact]
    public void Of_several_faults_in_a_row_the_first_is_told()
    {
        Assert.Equal(RejectionReasons.NotUtf8, DocumentText.Reject(InRow([.. "{\"a\":\""u8, 0xff, .. "\",\"b\" 1}"u8])).Reason);
        Assert.Equal(RejectionReasons.LoneSurrogate, DocumentText.Reject(InRow("""{"a":"\ud83d","b":01}""")).Reason);
        var rejection = DocumentText.Reject("{\"service\":[{\"a\":1},\n {\"b\" 1}]}");
        Assert.Equal((RejectionReasons.NotJson, "line 2, byte 7"), (rejection.Reason, rejection.Detail));
    }

    private static byte[] InRow(string row) => InRow(Encoding.UTF8.GetBytes(row));

    private static byte[] InRow(byte[] row) => [.. "{\"service\":["u8, .. row, .. "],"u8, .. Encoding.UTF8.GetBytes(DocumentText.Shortest[1..])];

    // Blanks around whatever separates tokens, outside of strings.
    private static string Spaced(string row, string blank)
    {
        var spaced = new StringBuilder();
        var inString = false;
        for (var i = 0; i < row.Length; i++)
        {
            inString ^= row[i] == '"' && (i == 0 || row[i - 1] != '\\' || row[i - 2] == '\\');
            spaced.Append(row[i] is '{' or '}' or '[' or ']' or ',' or ':' && !inString ? $"{blank}{row[i]}{blank}" : row[i]);
        }

        return spaced.ToString();
    }
}
