using System.Globalization;
using System.Text.Json.Nodes;

namespace OrgLens.Dashboards;

/// <summary>What the parameters of an analysis stand at; a parameter without values lets everything through.</summary>
public sealed class ParameterValues
{
    private readonly Dictionary<string, IReadOnlyList<string>> _values;

    private ParameterValues(Dictionary<string, IReadOnlyList<string>> values) => _values = values;

    /// <summary>All of them by name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> All => _values;

    /// <summary>The values of a parameter.</summary>
    public IReadOnlyList<string> this[string name] => _values.TryGetValue(name, out var values) ? values : [];

    /// <summary>What they stand at before anybody has touched them.</summary>
    /// <exception cref="DashboardException">A default can't be worked out.</exception>
    public static ParameterValues Defaults(Analysis analysis, DateTimeOffset now)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var declaration in analysis.Definition.Items("parameterDeclarations"))
        {
            var (kind, parameter) = declaration.Variant();
            var defaults = parameter["defaultValues"];
            var rolling = (defaults?["rollingDate"]).Text("expression");
            values[parameter.Required("name")] = kind == "dateTimeParameterDeclaration" && rolling is not null
                ? [RollingDate.Evaluate(rolling, now).ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture)]
                : [.. defaults.Items("staticValues").Select(value => value.ToString())];
        }

        return new ParameterValues(values);
    }

    /// <summary>The same with other values for some; names that the analysis does not have are ignored.</summary>
    public ParameterValues With(JsonObject? chosen)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(_values, StringComparer.Ordinal);
        foreach (var (name, value) in chosen ?? [])
        {
            if (values.ContainsKey(name) && value is JsonArray list)
            {
                values[name] = [.. list.OfType<JsonValue>().Select(item => item.ToString())];
            }
        }

        return new ParameterValues(values);
    }
}
