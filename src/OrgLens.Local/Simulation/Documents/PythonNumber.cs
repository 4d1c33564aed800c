using System.Globalization;

namespace OrgLens.Local.Simulation.Documents;

/// <summary>Floating-point numbers as Python's <c>repr</c> writes them.</summary>
internal static class PythonNumber
{
    public static string Format(double value)
    {
        var magnitude = Math.Abs(value);
        // Python changes to exponents at 1e16, .NET already at 1e15.
        if (magnitude is >= 1e15 and < 1e16)
        {
            return value.ToString("F1", CultureInfo.InvariantCulture);
        }

        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('E', StringComparison.Ordinal) ? text.Replace('E', 'e')
            : text.Contains('.', StringComparison.Ordinal) ? text : text + ".0";
    }
}
