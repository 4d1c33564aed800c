using System.Globalization;
using System.Text.Json;
using OrgLens.Functions.Tests.Hub;
using OrgLens.Publishing;

namespace OrgLens.Functions.Tests.Publishing;

/// <summary>The rows of a view, read past the Data API, in the form that published ones are compared in.</summary>
internal static class ViewRows
{
    public static async Task<IReadOnlyList<string>> ReadAsync(RunningHub hub, PublishedView view)
    {
        var types = (await hub.ReadAsync("select name, type from publish.columns($1)", view.View)).Select(row => row.Split('|')).ToDictionary(row => row[0], row => row[1]);
        var month = view.MonthOf is null ? "null" : $"to_char(row.{view.MonthOf} at time zone 'UTC', 'YYYY-MM')";
        if (view.MonthOf is { } of && types[of] is "date" or "timestamp without time zone")
        {
            month = $"to_char(row.{view.MonthOf}, 'YYYY-MM')";
        }

        var rows = await hub.ReadAsync($"select json_build_array(to_json(row), {month})::text from {view.View} row");
        return [.. rows.Select(row => Text(row, view, types)).Order(StringComparer.Ordinal)];
    }

    private static string Text(string row, PublishedView view, Dictionary<string, string> types)
    {
        using var json = JsonDocument.Parse(row);
        var members = json.RootElement[0].EnumerateObject().Select(member => $"{member.Name}={Text(member.Value, member.Name == view.Partition ? "text" : types[member.Name])}");
        return string.Join('|', (view.MonthOf is null ? members : members.Append($"month={Text(json.RootElement[1], "text")}")).Order(StringComparer.Ordinal));
    }

    private static string Text(JsonElement value, string type) => value.ValueKind == JsonValueKind.Null ? "null" : type switch
    {
        "boolean" => value.GetBoolean() ? "true" : "false",
        "numeric" => Math.Round(value.GetDecimal(), 12).ToString("0.############", CultureInfo.InvariantCulture),
        "double precision" or "real" => (value.ValueKind == JsonValueKind.String ? double.Parse(value.GetString()!, CultureInfo.InvariantCulture) : value.GetDouble()).ToString("R", CultureInfo.InvariantCulture),
        "date" or "timestamp with time zone" or "timestamp without time zone" => DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            .UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        _ => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText(),
    };
}
