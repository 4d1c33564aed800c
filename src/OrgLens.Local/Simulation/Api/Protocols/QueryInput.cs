using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace OrgLens.Local.Simulation.Api.Protocols;

/// <summary>The form of a query protocol as structures and lists: <c>Filter.1.Value.2</c>, <c>Names.member.1</c>, <c>Filters.Filter.1.Name</c>.</summary>
internal static class QueryInput
{
    public static JsonObject Read(byte[] body)
    {
        var input = new JsonObject();
        foreach (var (name, values) in QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body)))
        {
            Put(input, name.Split('.'), values.ToString());
        }

        return (JsonObject)Tidy(input)!;
    }

    private static void Put(JsonObject structure, string[] path, string value)
    {
        foreach (var name in path[..^1])
        {
            if (structure[name] is not JsonObject child)
            {
                structure[name] = child = [];
            }

            structure = child;
        }

        structure[path[^1]] = value;
    }

    /// <summary>Numbered members are a list; a list's own wrapper is dropped.</summary>
    private static JsonNode? Tidy(JsonNode? node)
    {
        if (node is not JsonObject structure)
        {
            return node?.DeepClone();
        }

        var members = structure.Select(member => (member.Key, Value: Tidy(member.Value))).ToList();
        if (members.TrueForAll(member => int.TryParse(member.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _)) && members.Count > 0)
        {
            return new JsonArray([.. members.OrderBy(member => int.Parse(member.Key, CultureInfo.InvariantCulture)).Select(member => member.Value)]);
        }

        if (members is [{ Value: JsonArray list }])
        {
            // The form itself always has Action and Version beside whatever else there is.
            return list;
        }

        var tidy = new JsonObject();
        foreach (var (name, value) in members)
        {
            tidy[name] = value;
        }

        return tidy;
    }
}
