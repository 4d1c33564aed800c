using System.Text;
using OrgLens.Receiver;

namespace OrgLens.Tests.Receiver;

/// <summary>Which instants are read, and which are left to PostgreSQL.</summary>
public sealed class IsoInstantTests
{
    [Theory]
    [InlineData("1970-01-01T00:00:00Z", 0)]
    [InlineData("2026-01-15T09:30:00", 1768469400_000000)]
    [InlineData("2026-01-15 09:30:00+00:00", 1768469400_000000)]
    [InlineData("2026-01-15T09:30:00.1Z", 1768469400_100000)]
    [InlineData("2026-01-15T09:30:00.000001Z", 1768469400_000001)]
    [InlineData("2026-01-15T09:30:00.123456-08:00", 1768498200_123456)]
    [InlineData("2026-01-15T09:30:00+05:45", 1768448700_000000)]
    [InlineData("2024-02-29T23:59:59Z", 1709251199_000000)]
    [InlineData("2255-01-01T00:00:00Z", 8993721600_000000)]
    public void The_usual_forms_are_read(string text, long microseconds)
    {
        Assert.True(IsoInstant.TryRead(Encoding.UTF8.GetBytes(text), out var read));
        Assert.Equal(microseconds, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-01-15")]
    [InlineData("2026-02-29T00:00:00Z")]
    [InlineData("2026-13-01T00:00:00Z")]
    [InlineData("2026-00-01T00:00:00Z")]
    [InlineData("2026-01-00T00:00:00Z")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("2026-01-15T24:00:00Z")]
    [InlineData("2026-01-15T23:60:00Z")]
    [InlineData("2026-01-15T23:59:60Z")]
    [InlineData("2026-01-15T23:59:59.Z")]
    [InlineData("2026-01-15T23:59:59.1234567Z")]
    [InlineData("2026-01-15T23:59:59+15:00")]
    [InlineData("2026-01-15T23:59:59+0100")]
    [InlineData("2026-01-15T23:59:59 UTC")]
    [InlineData("2026-01-15t23:59:59Z")]
    [InlineData("2026/01/15T23:59:59Z")]
    [InlineData("1969-12-31T23:59:59Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("infinity")]
    [InlineData("+1768469400000000")]
    public void Anything_else_is_left(string text) => Assert.False(IsoInstant.TryRead(Encoding.UTF8.GetBytes(text), out _));
}
