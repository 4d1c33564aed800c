using System.Globalization;
using System.Text;
using System.Text.Json;
using OrgLens.Audit.Trail;

namespace OrgLens.Tests.Audit.Trail;

public sealed class EnvelopeTextTests
{
    private const int Limit = 256 * 1024;

    [Fact]
    public void A_record_travels_unchanged_and_its_text_is_not_made_longer()
    {
        var record = Record("\"requestParameters\":{\"name\":\"Übergröße <a & 'b'> \u2028 日本\"},");
        var text = EnvelopeText.Of(record, Limit)!;

        Assert.Equal(record.Root.GetRawText(), JsonElement.Parse(text).GetProperty("detail").GetRawText().Replace("\\u2028", "\u2028", StringComparison.Ordinal));
        Assert.Equal(record.EventId, TrailEnvelope.Open(JsonElement.Parse(text)).EventId);
    }

    [Fact]
    public void Long_texts_are_left_out_of_a_record_that_is_too_large_and_all_else_is_kept()
    {
        var record = Record($$"""
            "requestParameters":{"userData":"{{new string('x', 300_000)}}","imageId":"ami-1"},"responseElements":{"items":[{"instanceId":"i-1"},1,true,null]},
            """);
        var text = EnvelopeText.Of(record, Limit)!;
        var shortened = TrailEnvelope.Open(JsonElement.Parse(text));

        Assert.True(Encoding.UTF8.GetByteCount(text) <= Limit);
        Assert.Equal("left out: 300000 characters", shortened.Request.Text("userData"));
        Assert.Equal("ami-1", shortened.Request.Text("imageId"));
        Assert.Equal("""{"items":[{"instanceId":"i-1"},1,true,null]}""", shortened.Response.GetRawText());
        Assert.Equal(record.EventId, shortened.EventId);
    }

    [Fact]
    public void No_more_is_left_out_than_has_to_be()
    {
        var texts = string.Join(',', Enumerable.Range(0, 60).Select(i => string.Create(CultureInfo.InvariantCulture, $"\"p{i}\":\"{new string('y', 4000)}\"")));
        var record = Record($$"""
            "requestParameters":{ {{texts}},"userData":"{{new string('x', 30_000)}}"},
            """);
        var shortened = TrailEnvelope.Open(JsonElement.Parse(EnvelopeText.Of(record, Limit)!));

        Assert.Equal(4000, shortened.Request.Text("p0")!.Length);
        Assert.Equal("left out: 30000 characters", shortened.Request.Text("userData"));
    }

    [Fact]
    public void A_record_that_is_large_without_long_texts_is_refused()
    {
        var items = string.Join(',', Enumerable.Range(0, 100_000));

        Assert.Null(EnvelopeText.Of(Record($"\"requestParameters\":{{\"items\":[{items}]}},"), Limit));
    }

    private static TrailRecord Record(string members) => TrailRecord.Of(JsonElement.Parse(TrailDraft.Record(1, members: members)));
}
