using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrgLens.Bench.Documents;

/// <summary>A day later: of so many rows, one says something else.</summary>
internal static class ChangedDocument
{
    public static void Write(string from, string to, int oneIn)
    {
        using var input = File.OpenRead(from);
        var document = JsonNode.Parse(input)!;
        foreach (var product in document["security"]!["security_hub"]!.AsArray())
        {
            Change(product!["findings"]!, "title", oneIn);
        }

        Change(document["service_resources"]!, "state", oneIn);
        Change(document["inventory"]!["applications"]!, "application_type", oneIn);
        Change(document["inventory"]!["patches"]!, "state", oneIn);
        Change(document["config"]!["non_compliant_resources"]!, "annotation", oneIn);
        using var output = new FileStream(to, FileMode.Create, FileAccess.Write);
        using var writer = new Utf8JsonWriter(output);
        document.WriteTo(writer);
    }

    private static void Change(JsonNode rows, string member, int oneIn)
    {
        var list = rows.AsArray();
        for (var i = 0; i < list.Count; i += oneIn)
        {
            list[i]![member] = "changed since yesterday";
        }
    }
}
