using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Audit.Assets;

/// <summary>What questions and answers of several services have in common.</summary>
internal static class DescribeMembers
{
    /// <summary>Tags as the services list them, whatever the case of their names.</summary>
    public static JsonObject Tags(IEnumerable<AwsValue> tags)
    {
        var found = new JsonObject();
        foreach (var tag in tags)
        {
            if ((tag.Text("Key") ?? tag.Text("key")) is { } key)
            {
                found[key] = tag.Text("Value") ?? tag.Text("value") ?? string.Empty;
            }
        }

        return found;
    }

    /// <summary>A filter on values of one name, as EC2 wants it.</summary>
    public static JsonObject Ec2Filter(string name, IEnumerable<string> values) => new()
    {
        ["Filter"] = new JsonArray(new JsonObject { ["Name"] = name, ["Value"] = Values(values) }),
    };

    /// <summary>A filter on values of one name, as RDS wants it.</summary>
    public static JsonObject RdsFilter(string name, IEnumerable<string> values) => new()
    {
        ["Filters.Filter"] = new JsonArray(new JsonObject { ["Name"] = name, ["Values.Value"] = Values(values) }),
    };

    private static JsonArray Values(IEnumerable<string> values) => [.. values.Select(value => (JsonNode?)value)];
}
