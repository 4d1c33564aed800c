using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Resources;

/// <summary>What the rows of all resources have in common.</summary>
internal static class ResourceRows
{
    /// <summary>Which resource it is.</summary>
    public static void Identity(this RowWriter row, string service, string type, string? id, string? name)
    {
        row.Text("service_name", service);
        row.Text("resource_type", type);
        row.Text("resource_id", id);
        row.Text("resource_name", name);
    }

    /// <summary>Its tags; null where they are not known, an empty list where it has none.</summary>
    public static void TagsIfKnown(this RowWriter row, IReadOnlyList<AwsValue>? tags)
    {
        if (tags is null)
        {
            row.Text("tags", null);
        }
        else
        {
            row.Tags("tags", tags);
        }
    }

    /// <summary>Its tags where the service gives them as a map.</summary>
    public static void TagMap(this RowWriter row, IEnumerable<KeyValuePair<string, AwsValue>> tags) => row.List("tags", tags, (writer, tag) =>
    {
        writer.Text("Key", tag.Key);
        writer.Text("Value", tag.Value.AsText);
    });

    /// <summary>The tag <c>Name</c>, which names what EC2 lists; empty: none.</summary>
    public static string NameOf(IEnumerable<AwsValue> tags) => tags.FirstOrDefault(tag => tag.Text("key") == "Name").Text("value") ?? string.Empty;

    /// <summary>Storage of a database in GiB. Where it grows by itself the service writes 1, which says nothing.</summary>
    public static decimal? AllocatedStorage(AwsValue database) => database.Number("AllocatedStorage") is > 1 and var size ? size : null;
}
