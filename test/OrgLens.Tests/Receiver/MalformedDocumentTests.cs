using System.Text;
using OrgLens.Receiver;

namespace OrgLens.Tests.Receiver;

/// <summary>What makes a document no snapshot, and what is said about it.</summary>
public sealed class MalformedDocumentTests
{
    [Theory]
    [InlineData("hello", "line 1, byte 1")]
    [InlineData("<xml/>", "line 1, byte 1")]
    [InlineData("{\"account\":\n {\"x\" 1}}", "line 2, byte 7")]
    [InlineData("{\"account\": [1,]}", "line 1, byte 16")]
    [InlineData("{\"account\": \"\\x\"}", "line 1, byte 15")]
    [InlineData("{\"account\": \"a\nb\"}", "line 1, byte 15")]
    [InlineData("{\"account\": NaN}", "line 1, byte 13")]
    [InlineData("{\"account\": 01}", "line 1, byte 14")]
    [InlineData("{} {}", "line 1, byte 4")]
    [InlineData("{} // done", "line 1, byte 4")]
    public void Text_that_is_not_JSON_is_refused_with_its_position(string text, string place)
    {
        var rejection = DocumentText.Reject(text);
        Assert.Equal((RejectionReasons.NotJson, place), (rejection.Reason, rejection.Detail));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"account\": {\"account_id\": \"1111")]
    [InlineData("{\"account\": tru")]
    [InlineData("   ")]
    public void A_document_that_ends_in_the_middle_is_refused_as_truncated(string text) =>
        Assert.Equal(RejectionReasons.Truncated, DocumentText.Reject(text).Reason);

    [Fact]
    public void A_sample_cut_anywhere_is_refused_as_truncated()
    {
        var text = Samples.A.Stored;
        foreach (var length in Enumerable.Range(1, 40).Select(part => text.Length * part / 41).Append(text.Length - 1))
        {
            Assert.Equal(RejectionReasons.Truncated, DocumentText.Reject(text[..length]).Reason);
        }
    }

    [Fact]
    public void Nothing_is_refused_as_empty()
    {
        Assert.Equal(RejectionReasons.Empty, DocumentText.Reject([]).Reason);
        Assert.Equal(RejectionReasons.Empty, DocumentText.Reject(DocumentText.Gzip([])).Reason);
    }

    [Fact]
    public void Gzip_that_is_damaged_or_cut_is_refused()
    {
        var whole = DocumentText.Gzip(Samples.A.Stored);
        var damaged = whole.ToArray();
        damaged[whole.Length / 2] ^= 0xff;
        byte[] noGzip = [0x1f, 0x8b, .. "not at all"u8];
        Assert.Contains(DocumentText.Reject(damaged).Reason, s_damaged);
        Assert.Equal(RejectionReasons.WrongGzip, DocumentText.Reject(noGzip).Reason);
        foreach (var length in new[] { 2, 10, 200, whole.Length / 2, whole.Length * 9 / 10 })
        {
            Assert.Contains(DocumentText.Reject(whole[..length]).Reason, s_cut);
        }
    }

    [Fact]
    public void Bytes_in_a_string_that_are_not_UTF8_are_refused()
    {
        foreach (var bytes in new byte[][] { [0xff], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0xf8, 0x88, 0x80, 0x80] })
        {
            byte[] inValue = [.. "{\"account\": {\"account_name\": \""u8, .. bytes, .. "\"}}"u8];
            byte[] inName = [.. "{\""u8, .. bytes, .. "\": 1}"u8];
            Assert.Equal(RejectionReasons.NotUtf8, DocumentText.Reject(inValue).Reason);
            Assert.Equal(RejectionReasons.NotUtf8, DocumentText.Reject(inName).Reason);
        }
    }

    [Fact]
    public void Another_encoding_is_refused() =>
        Assert.Equal(RejectionReasons.NotJson, DocumentText.Reject([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(DocumentText.Shortest)]).Reason);

    [Fact]
    public void A_byte_order_mark_is_overlooked()
    {
        var outline = DocumentText.Outline("\uFEFF" + DocumentText.Shortest);
        Assert.Equal("111122223333", outline.Account);
    }

    [Theory]
    [InlineData(@"\ud83d")]
    [InlineData(@"\ud83d text")]
    [InlineData(@"\ude00")]
    [InlineData(@"\ud83d\ud83d\ude00")]
    [InlineData(@"\ud83d\n\ude00")]
    [InlineData(@"\ud83d\u0041")]
    [InlineData(@"\uD83D\uDE00\uDE00")]
    public void Half_of_a_surrogate_pair_is_refused(string escaped)
    {
        Assert.Equal(RejectionReasons.LoneSurrogate, DocumentText.Reject(DocumentText.With($"\"x\": \"{escaped}\"")).Reason);
        Assert.Equal(RejectionReasons.LoneSurrogate, DocumentText.Reject(DocumentText.With($"\"{escaped}\": 1")).Reason);
    }

    [Theory]
    [InlineData(@"\ud83d\ude00")]
    [InlineData(@"\uD83D\uDE00 and \ud83c\udf89")]
    [InlineData(@"\\ud83d is a text")]
    [InlineData(@"\u00e9\ud7ff\ue000\uffff")]
    public void Whole_pairs_and_other_escapes_are_text(string escaped)
    {
        var outline = DocumentText.Outline(DocumentText.With($"\"x\": \"{escaped}\""));
        Assert.Equal(1, outline.IgnoredMembers["x"]);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("17")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"warning\": \"no data\", \"timestamp\": \"2026-01-01\"}")]
    public void JSON_that_is_no_snapshot_is_refused(string text) =>
        Assert.Equal(RejectionReasons.NotASnapshot, DocumentText.Reject(text).Reason);

    [Fact]
    public void Each_required_section_is_missed_by_name()
    {
        foreach (var section in SnapshotForm.Required)
        {
            var document = EmptyDocument.Of("111122223333");
            document.Remove(section);
            Assert.Equal($"missing: {section}", DocumentText.Reject(document.ToJsonString()).Detail);
        }
    }

    // What damaged gzip decompresses to may be no JSON before it is found out.
    private static readonly string[] s_damaged = [RejectionReasons.WrongGzip, RejectionReasons.NotJson, RejectionReasons.NotUtf8];

    private static readonly string[] s_cut = [RejectionReasons.WrongGzip, RejectionReasons.Truncated, RejectionReasons.Empty];
}
