using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrgLens.Bench.Documents;

/// <summary>A day later: one row in a hundred says something else.</summary>
internal static class ChangedDocument
{
    private const int OneIn = 100;

    public static void Write(string from, string to)
    {
        using var input = File.OpenRead(from);
        var document = JsonNode.Parse(input)!;
        foreach (var product in document["security"]!["security_hub"]!.AsArray())
        {
            Change(product!["findings"]!, "title");
        }

        Change(document["service_resources"]!, "state");
        Change(document["inventory"]!["applications"]!, "application_type");
        Change(document["inventory"]!["patches"]!, "state");
        Change(document["config"]!["non_compliant_resources"]!, "annotation");
        using var output = new FileStream(to, FileMode.Create, FileAccess.Write);
        using var writer = new Utf8JsonWriter(output);
        document.WriteTo(writer);
    }

    private static void Change(JsonNode rows, string member)
    {
        var list = rows.AsArray();
        for (var i = 0; i < list.Count; i += OneIn)
        {
            list[i]![member] = "changed since yesterday";
        }
    }
}
