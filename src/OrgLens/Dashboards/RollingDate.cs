using System.Globalization;
using OrgLens.Dashboards.Expressions;

namespace OrgLens.Dashboards;

/// <summary>Works out the rolling dates of parameters and filters, such as <c>addDateTime(-30, 'DD', truncDate('DD', now()))</c>, in UTC.</summary>
internal static class RollingDate
{
    /// <exception cref="DashboardException">It is none.</exception>
    public static DateTimeOffset Evaluate(string expression, DateTimeOffset now) => Evaluate(ExpressionParser.Parse(expression), now.ToUniversalTime(), expression);

    private static DateTimeOffset Evaluate(Expression expression, DateTimeOffset now, string text) => expression switch
    {
        Expression.Call { Name: "now", Arguments: [] } => now,
        Expression.Call { Name: "truncDate", Arguments: [Expression.Text period, var inner] } => Truncate(period.Value, Evaluate(inner, now, text), text),
        Expression.Call { Name: "addDateTime", Arguments: [var amount, Expression.Text period, var inner] } => Add(Whole(amount, text), period.Value, Evaluate(inner, now, text), text),
        _ => throw new DashboardException($"\"{text}\" is no rolling date that is known here."),
    };

    private static int Whole(Expression amount, string text) => amount switch
    {
        Expression.Number number when int.TryParse(number.Value, CultureInfo.InvariantCulture, out var value) => value,
        Expression.Call { Name: "negate", Arguments: [var inner] } => -Whole(inner, text),
        _ => throw new DashboardException($"\"{text}\" adds something that is no whole number."),
    };

    private static DateTimeOffset Truncate(string period, DateTimeOffset at, string text) => period.ToUpperInvariant() switch
    {
        "YYYY" => new DateTimeOffset(at.Year, 1, 1, 0, 0, 0, TimeSpan.Zero),
        "Q" => new DateTimeOffset(at.Year, ((at.Month - 1) / 3 * 3) + 1, 1, 0, 0, 0, TimeSpan.Zero),
        "MM" => new DateTimeOffset(at.Year, at.Month, 1, 0, 0, 0, TimeSpan.Zero),
        "WK" => new DateTimeOffset(at.Date.AddDays(-(int)at.DayOfWeek), TimeSpan.Zero),
        "DD" => new DateTimeOffset(at.Date, TimeSpan.Zero),
        _ => throw new DashboardException($"\"{text}\" cuts to a period that is not known here."),
    };

    private static DateTimeOffset Add(int amount, string period, DateTimeOffset at, string text) => period.ToUpperInvariant() switch
    {
        "YYYY" => at.AddYears(amount),
        "Q" => at.AddMonths(3 * amount),
        "MM" => at.AddMonths(amount),
        "WK" => at.AddDays(7 * amount),
        "DD" => at.AddDays(amount),
        "HH" => at.AddHours(amount),
        "MI" => at.AddMinutes(amount),
        "SS" => at.AddSeconds(amount),
        _ => throw new DashboardException($"\"{text}\" adds a period that is not known here."),
    };
}
