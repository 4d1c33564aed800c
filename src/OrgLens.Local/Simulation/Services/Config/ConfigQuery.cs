using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Api.Protocols;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services.Config;

/// <summary>
/// <c>SelectResourceConfig</c>: properties of resources, with conditions on them joined by AND, or counts by one property
/// (<c>SELECT resourceType, COUNT(*) GROUP BY resourceType</c>).
/// </summary>
internal static partial class ConfigQuery
{
    public static JsonObject Fields(ApiCall call) => new()
    {
        ["QueryInfo"] = new JsonObject { ["SelectFields"] = Wire.List(Parse(call).Fields.Select(field => new JsonObject { ["Name"] = field })) },
    };

    public static IEnumerable<JsonNode?> Results(ApiCall call)
    {
        var query = Parse(call);
        var found = ConfigRecorder.Recorded(call).Select(resource => Describe(call, resource)).Where(resource => query.Conditions.All(condition => condition(resource)));
        return query.GroupBy is { } key
            ? found.GroupBy(resource => (string?)resource[key] ?? "").OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => Text(new JsonObject { [key] = group.Key, ["COUNT(*)"] = group.Count() }))
            : found.Select(resource => Text(new JsonObject(query.Fields.Select(field => KeyValuePair.Create(field, resource[field]?.DeepClone())))));
    }

    private static Query Parse(ApiCall call)
    {
        var match = Statement().Match(call.Required("Expression").ReplaceLineEndings(" "));
        if (!match.Success)
        {
            throw Invalid("only SELECT … [WHERE … AND …] [GROUP BY …] is understood");
        }

        var fields = match.Groups["fields"].Value.Split(',', StringSplitOptions.TrimEntries);
        var conditions = match.Groups["where"].Value is { Length: > 0 } where ? And().Split(where) : [];
        return new Query(
            [.. fields.Select(field => field.Replace("count(*)", "COUNT(*)", StringComparison.OrdinalIgnoreCase))],
            [.. conditions.Select(Condition)],
            match.Groups["key"].Success ? match.Groups["key"].Value : null);
    }

    private static Func<JsonObject, bool> Condition(string text)
    {
        var match = Comparison().Match(text.Trim());
        if (!match.Success)
        {
            throw Invalid(text);
        }

        var (field, values) = (match.Groups["field"].Value, Quoted().Matches(match.Groups["values"].Value).Select(value => value.Groups[1].Value).ToList());
        return match.Groups["operator"].Value.ToUpperInvariant() switch
        {
            "LIKE" => resource => ((string?)resource[field])?.StartsWith(values[0].TrimEnd('%'), StringComparison.Ordinal) == true,
            "<>" or "!=" => resource => !values.Contains((string?)resource[field] ?? ""),
            _ => resource => values.Contains((string?)resource[field] ?? ""),
        };
    }

    private static JsonObject Describe(ApiCall call, OwnedResource resource) => new()
    {
        ["resourceId"] = resource.Id,
        ["resourceName"] = resource.Name,
        ["resourceType"] = resource.Type,
        ["arn"] = resource.Arn,
        ["accountId"] = call.Account.Id,
        ["awsRegion"] = resource.Region,
        ["availabilityZone"] = resource.Zone ?? "Not Applicable",
        ["resourceCreationTime"] = resource.CreatedAt is { } created ? Wire.Iso(created) : null,
        ["configurationItemCaptureTime"] = Wire.Iso(call.Today.Midnight()),
        ["configurationItemStatus"] = "OK",
        ["configurationStateId"] = call.Today.Midnight().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        ["tags"] = Wire.List(resource.Tags.Select(tag => new JsonObject { ["key"] = tag.Key, ["value"] = tag.Value, ["tag"] = $"{tag.Key}={tag.Value}" })),
    };

    private static JsonValue Text(JsonObject row) => JsonValue.Create(Encoding.UTF8.GetString(JsonText.Write(row)));

    private static ApiException Invalid(string reason) => new("InvalidExpressionException", $"Error parsing Expression: {reason}");

    [GeneratedRegex(@"^\s*SELECT\s+(?<fields>.+?)(\s+WHERE\s+(?<where>.+?))?(\s+GROUP\s+BY\s+(?<key>\w+))?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Statement();

    [GeneratedRegex(@"\s+AND\s+", RegexOptions.IgnoreCase)]
    private static partial Regex And();

    [GeneratedRegex(@"^(?<field>[\w.]+)\s*(?<operator>=|<>|!=|LIKE|IN)\s*(?<values>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Comparison();

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex Quoted();

    private sealed record Query(IReadOnlyList<string> Fields, IReadOnlyList<Func<JsonObject, bool>> Conditions, string? GroupBy);
}
