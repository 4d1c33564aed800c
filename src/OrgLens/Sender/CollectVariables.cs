using System.Globalization;

namespace OrgLens.Sender;

/// <summary>Reads the run's settings from environment variables. The first five are the Python reference's.</summary>
public static class CollectVariables
{
    /// <summary>Reads them.</summary>
    /// <param name="variable">Gives a variable's value; null where it is not set.</param>
    /// <exception cref="SendRequestException">A value is not of its form.</exception>
    public static CollectOptions Read(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var options = new CollectOptions
        {
            Customer = variable("CUSTOMER"),
            Partner = variable("PARTNER"),
            Products = variable("PRODUCT")?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [],
            Category = variable("CATEGORY"),
            Environment = variable("ENVIRONMENT"),
        };
        return options with
        {
            IncludeContacts = Flag(variable, "COLLECT_CONTACTS", options.IncludeContacts),
            PaidCalls = Number(variable, "COLLECT_PAID_CALLS", options.PaidCalls, minimum: 0),
            Concurrency = Number(variable, "COLLECT_CONCURRENCY", options.Concurrency, minimum: 1),
        };
    }

    private static bool Flag(Func<string, string?> variable, string name, bool usual) => variable(name) switch
    {
        null or "" => usual,
        var text when bool.TryParse(text, out var value) => value,
        var text => throw new SendRequestException($"{name}: '{text}' is neither true nor false"),
    };

    private static int Number(Func<string, string?> variable, string name, int usual, int minimum) => variable(name) switch
    {
        null or "" => usual,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= minimum => value,
        var text => throw new SendRequestException($"{name}: '{text}' is no whole number of {minimum} or more"),
    };
}
