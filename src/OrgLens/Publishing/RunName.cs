using System.Globalization;

namespace OrgLens.Publishing;

/// <summary>Names of runs, in whose order runs are.</summary>
internal static class RunName
{
    private const string Form = "yyyyMMdd'T'HHmmss'Z'";

    // Longer than any run takes: no run that is still at work loses its files.
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(1);

    /// <summary>The name of a run.</summary>
    public static string Of(DateTimeOffset begun) => begun.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>Whether a run may still be at work. What is no run's name is not ours to delete.</summary>
    public static bool MayBeAtWork(string run, DateTimeOffset now) =>
        !DateTimeOffset.TryParseExact(run, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var begun) || now - begun < s_longest;
}
