using System.Globalization;
using OrgLens.Cli.Commands;

namespace OrgLens.Cli.Tests.Commands;

public sealed class MomentTests
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 29, 1, 30, 5, TimeSpan.FromHours(2));

    [Theory]
    [InlineData("today", "2026-03-28T00:00:00Z")]
    [InlineData("yesterday", "2026-03-27T00:00:00Z")]
    [InlineData("90m", "2026-03-28T22:00:05Z")]
    [InlineData("24h", "2026-03-27T23:30:05Z")]
    [InlineData("7d", "2026-03-21T23:30:05Z")]
    [InlineData("2w", "2026-03-14T23:30:05Z")]
    [InlineData("0h", "2026-03-28T23:30:05Z")]
    [InlineData("2026-01-15", "2026-01-15T00:00:00Z")]
    [InlineData("2026-01-15T08:00Z", "2026-01-15T08:00:00Z")]
    [InlineData("2026-01-15T08:00:30+02:00", "2026-01-15T06:00:30Z")]
    public void Reads_what_one_says(string text, string expected)
    {
        Assert.True(Moment.TryParse(text, s_now, out var moment));
        Assert.Equal(expected, moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("d")]
    [InlineData("h")]
    [InlineData("-7d")]
    [InlineData("7.5d")]
    [InlineData("7 d")]
    [InlineData("7y")]
    [InlineData("99999d")]
    [InlineData("99999999999h")]
    [InlineData("tomorrow")]
    [InlineData("15.1.2026")]
    [InlineData("2026-13-01")]
    public void Refuses_what_is_none(string text) => Assert.False(Moment.TryParse(text, s_now, out _));
}
