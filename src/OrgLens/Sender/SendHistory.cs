using System.Globalization;

namespace OrgLens.Sender;

/// <summary>The past days that a request asks for, each a document of its own.</summary>
public static class SendHistory
{
    // The Python reference's form first.
    private static readonly string[] Forms = ["d-M-yyyy", "yyyy-MM-dd"];

    /// <summary>The days from the request's start (1 January of the end's year, where none is given) to its end (today), both included, oldest first.</summary>
    /// <param name="request">A request for history.</param>
    /// <param name="today">The last day that can be asked for.</param>
    /// <exception cref="SendRequestException">A day is of another form, the end is to come, or the start is after the end.</exception>
    public static IReadOnlyList<DateOnly> DaysOf(SendRequest request, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(request);
        var end = Day("end", request.End) ?? today;
        var start = Day("start", request.Start) ?? new DateOnly(end.Year, 1, 1);
        if (end > today)
        {
            throw new SendRequestException($"end: {end:yyyy-MM-dd} is not over yet");
        }

        return start <= end
            ? [.. Enumerable.Range(0, end.DayNumber - start.DayNumber + 1).Select(start.AddDays)]
            : throw new SendRequestException($"start: {start:yyyy-MM-dd} is after the end, {end:yyyy-MM-dd}");
    }

    /// <summary>The request for one of its days.</summary>
    public static SendRequest Of(SendRequest request, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request with { History = false, Start = null, End = null, Date = day };
    }

    private static DateOnly? Day(string member, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return DateOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new SendRequestException($"{member}: '{text}' is no day in the form d-m-yyyy");
    }
}
