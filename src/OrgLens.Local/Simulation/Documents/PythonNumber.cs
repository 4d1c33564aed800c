using System.Globalization;

namespace OrgLens.Local.Simulation.Documents;

/// <summary>Floating-point numbers as Python's <c>repr</c> writes them, up to 1e16: nothing that is simulated is larger.</summary>
internal static class PythonNumber
{
    public static string Format(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('E', StringComparison.Ordinal) ? text.Replace('E', 'e')
            : text.Contains('.', StringComparison.Ordinal) ? text : text + ".0";
    }
}
