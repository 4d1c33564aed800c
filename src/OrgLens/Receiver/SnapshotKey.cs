using System.Globalization;
using System.Text.RegularExpressions;

namespace OrgLens.Receiver;

/// <summary>What the name of a snapshot object says.</summary>
/// <param name="Account">Twelve digits: the account whose prefix it lies under. The bucket policy lets only that account write there.</param>
/// <param name="Region">Region that was collected; <c>Global</c> in keys without a Region level.</param>
/// <param name="Date">Day of the collection run (UTC).</param>
/// <param name="Granularity">DAILY, WEEKLY, MONTHLY or YEARLY.</param>
public sealed partial record SnapshotKey(string Account, string Region, DateOnly Date, string Granularity)
{
    /// <summary>The prefix of documents that wait to be loaded.</summary>
    public const string Waiting = "data/";

    /// <summary>The prefix of documents that have been loaded.</summary>
    public const string Loaded = "loaded/";

    /// <summary>The prefix of documents that were refused.</summary>
    public const string Rejected = "rejected/";

    /// <summary>Which document of the day's run it is: a run that is cut off is continued in another document.</summary>
    public int Part { get; init; } = 1;

    /// <summary>Reads a key such as <c>data/111122223333/eu-west-1/2026-01-15_DAILY.json</c>; the Region level, the number of a part after the granularity (<c>.2</c>) and a final <c>.gz</c> may be there or not.</summary>
    /// <returns>Null when the key has another form.</returns>
    public static SnapshotKey? Parse(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var match = Form().Match(key);
        return match.Success && DateOnly.TryParseExact(match.Groups["date"].ValueSpan, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new SnapshotKey(
                match.Groups["account"].Value,
                match.Groups["region"] is { Success: true, Value: var region } ? region : "Global",
                date,
                match.Groups["granularity"].Value)
            {
                Part = match.Groups["part"] is { Success: true, ValueSpan: var part } ? int.Parse(part, CultureInfo.InvariantCulture) : 1,
            }
            : null;
    }

    /// <summary>The key under which a compressed document of a whole account waits to be loaded.</summary>
    public string ToCompressedKey() =>
        string.Create(CultureInfo.InvariantCulture, $"{Waiting}{Account}/{Date:yyyy-MM-dd}_{Granularity}{(Part > 1 ? $".{Part}" : "")}.json.gz");

    /// <summary>The key under another prefix, where the object goes when it has been dealt with.</summary>
    public static string MoveTo(string prefix, string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return prefix + (key.StartsWith(Waiting, StringComparison.Ordinal) ? key[Waiting.Length..] : key);
    }

    [GeneratedRegex(
        @"^data/(?<account>[0-9]{12})/((?<region>[A-Za-z]+(-[a-z]+)*(-[0-9]+)?)/)?(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})_(?<granularity>DAILY|WEEKLY|MONTHLY|YEARLY)(\.(?<part>[2-9]))?\.json(\.gz)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
