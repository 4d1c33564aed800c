using System.Text.Json;
using OrgLens.Audit.Trail;

namespace OrgLens.Tests.Audit.Trail;

public sealed class TrailTimeTests
{
    [Theory]
    [InlineData("\"2026-03-02T08:15:42Z\"", "2026-03-02T08:15:42Z")]
    [InlineData("\"2026-03-02T08:15:42.000+0000\"", "2026-03-02T08:15:42Z")]
    [InlineData("\"Mar 2, 2026 8:15:42 AM\"", "2026-03-02T08:15:42Z")]
    [InlineData("\"Jul 10, 2023 12:19:33 PM\"", "2023-07-10T12:19:33Z")]
    [InlineData("\"Jul 23, 2021 12:32:33 AM\"", "2021-07-23T00:32:33Z")]
    [InlineData("\"Mar 2, 2026, 8:15:42\\u202fPM\"", "2026-03-02T20:15:42Z")]
    [InlineData("1772445605000", "2026-03-02T10:00:05Z")]
    [InlineData("1772445605", "2026-03-02T10:00:05Z")]
    [InlineData("1772445605.5", "2026-03-02T10:00:05.5Z")]
    [InlineData("\"1772445605\"", "2026-03-02T10:00:05Z")]
    public void An_instant_is_read_in_every_form_that_CloudTrail_writes(string json, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, null), Parse(json));

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("\"\"")]
    [InlineData("\"yesterday\"")]
    [InlineData("\"02/03/2026\"")]
    [InlineData("1e300")]
    [InlineData("-5")]
    public void What_is_no_instant_is_none(string json) => Assert.Null(Parse(json));

    private static DateTimeOffset? Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return TrailTime.Parse(document.RootElement);
    }
}
