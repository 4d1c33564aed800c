using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.RegularExpressions;

namespace OrgLens.Cli.Commands;

/// <summary>Options whose values have bounds, with messages that say them.</summary>
internal static partial class OptionValues
{
    /// <summary>A whole number of <paramref name="minimum"/> or more.</summary>
    public static Option<int?> WholeNumber(string name, string description, int minimum, int? usual = null) => new(name)
    {
        Description = description,
        HelpName = "number",
        DefaultValueFactory = _ => usual,
        CustomParser = result => int.TryParse(Text(result), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= minimum
            ? number
            : Refuse<int?>(result, $"'{Text(result)}' for {name} is not a whole number of {minimum} or more"),
    };

    /// <summary>A day.</summary>
    public static Option<DateOnly?> Date(string name, string description, DateOnly? usual = null) => new(name)
    {
        Description = description,
        HelpName = "yyyy-mm-dd",
        DefaultValueFactory = _ => usual,
        CustomParser = result => DateOnly.TryParseExact(Text(result), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : Refuse<DateOnly?>(result, $"'{Text(result)}' for {name} is not a date like 2026-01-31"),
    };

    /// <summary>An instant: a day (its first second, UTC), or a time of a day with its offset.</summary>
    public static Option<DateTimeOffset?> Instant(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "yyyy-mm-dd[Thh:mmZ]",
        CustomParser = result => Commands.Moment.TryParseInstant(Text(result), out var instant)
            ? instant
            : Refuse<DateTimeOffset?>(result, $"'{Text(result)}' for {name} is not an instant like 2026-01-31 or 2026-01-31T08:00Z"),
    };

    /// <summary>An instant as one says it, such as yesterday or 7d.</summary>
    public static Option<DateTimeOffset?> Moment(string name, string description, TimeProvider clock) => new(name)
    {
        Description = description,
        HelpName = "yesterday|24h|yyyy-mm-dd",
        CustomParser = result => Commands.Moment.TryParse(Text(result), clock.GetUtcNow(), out var moment)
            ? moment
            : Refuse<DateTimeOffset?>(result, $"'{Text(result)}' for {name} is neither yesterday nor a time like 24h, 7d, 2026-01-31 or 2026-01-31T08:00Z"),
    };

    /// <summary>Values with commas between them.</summary>
    public static Option<string[]> List(string name, string description, string help) => new(name)
    {
        Description = description,
        HelpName = help,
        CustomParser = result => [.. result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))],
    };

    /// <summary>Settings with commas between them, <c>Name=Value,Name=Value</c>; a value may have commas of its own.</summary>
    public static Option<string[]> Settings(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "Name=Value,…",
        CustomParser = result => [.. result.Tokens.SelectMany(token => BeforeSetting().Split(token.Value)).Select(setting => setting.Trim()).Where(setting => setting.Length > 0)],
    };

    [GeneratedRegex(@",(?=\s*\w+=|\s*$)")]
    private static partial Regex BeforeSetting();

    private static string Text(ArgumentResult result) => result.Tokens.Count > 0 ? result.Tokens[0].Value : "";

    private static T? Refuse<T>(ArgumentResult result, string message)
    {
        result.AddError(message);
        return default;
    }
}
