using OrgLens.Sender;

namespace OrgLens.Tests.Sender;

public sealed class SendHistoryTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Theory]
    [InlineData("28-2-2026", "1-3-2026", "2026-02-28 2026-03-01")]
    [InlineData("2026-02-28", "2026-03-01", "2026-02-28 2026-03-01")]
    [InlineData("1-3-2026", null, "2026-03-01 2026-03-02")]
    [InlineData("2-3-2026", "", "2026-03-02")]
    [InlineData(null, "2-1-2025", "2025-01-01 2025-01-02")]
    public void Every_day_from_start_to_end(string? start, string? end, string days) => Assert.Equal(
        days,
        string.Join(' ', SendHistory.DaysOf(new SendRequest { History = true, Start = start, End = end }, Today).Select(day => day.ToString("yyyy-MM-dd", null))));

    [Theory]
    [InlineData("31-2-2026", null, "start: '31-2-2026' is no day in the form d-m-yyyy")]
    [InlineData(null, "March", "end: 'March' is no day in the form d-m-yyyy")]
    [InlineData(null, "3-3-2026", "end: 2026-03-03 is not over yet")]
    [InlineData("2-3-2026", "1-3-2026", "start: 2026-03-02 is after the end, 2026-03-01")]
    public void What_names_no_days_is_refused(string? start, string? end, string message) =>
        Assert.Equal(message, Assert.Throws<SendRequestException>(() => SendHistory.DaysOf(new SendRequest { History = true, Start = start, End = end }, Today)).Message);
}
