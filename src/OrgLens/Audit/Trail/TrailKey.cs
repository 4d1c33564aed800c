using System.Globalization;
using System.Text.RegularExpressions;

namespace OrgLens.Audit.Trail;

/// <summary>
/// Keys of objects in a trail's bucket: <c>{prefix}/AWSLogs/[{organization}/]{account}/CloudTrail/{region}/{yyyy}/{MM}/{dd}/{name}.json.gz</c>.
/// See https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html
/// </summary>
public static partial class TrailKey
{
    /// <summary>
    /// Whether an object is known by its key to hold no records that anybody wants: digests, Insights, and folders. Any other object is
    /// known by its content only: a copy may have any name.
    /// </summary>
    public static bool IsPassedOver(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.EndsWith('/') || key.Contains("/CloudTrail-Digest/", StringComparison.Ordinal) || key.Contains("/CloudTrail-Insight/", StringComparison.Ordinal);
    }

    /// <summary>The day that a key says its records are of; null where it says none.</summary>
    public static DateOnly? Day(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var match = DayFolder().Match(key);
        return match.Success && DateOnly.TryParseExact(match.Groups["day"].Value, "yyyy/MM/dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
    }

    [GeneratedRegex("/(?<day>[0-9]{4}/[0-9]{2}/[0-9]{2})/[^/]+$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex DayFolder();
}
