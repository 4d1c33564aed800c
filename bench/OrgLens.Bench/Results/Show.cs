using System.Globalization;

namespace OrgLens.Bench.Results;

/// <summary>Figures as text.</summary>
internal static class Show
{
    public static string Count(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Seconds(double value) => value.ToString("0.00", CultureInfo.InvariantCulture) + " s";

    public static string Milliseconds(double value) => value.ToString("0", CultureInfo.InvariantCulture) + " ms";

    public static string Megabytes(double bytes) => (bytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture) + " MB";

    public static string Times(double value) => value.ToString(value < 10 ? "0.00" : "0", CultureInfo.InvariantCulture) + "×";
}
