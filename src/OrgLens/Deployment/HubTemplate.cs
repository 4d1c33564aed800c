using System.Text.Json.Nodes;

namespace OrgLens.Deployment;

/// <summary>The hub's template (serverless.template) with its local paths replaced, as <c>sam package</c> does it.</summary>
internal static class HubTemplate
{
    /// <summary>Replaces them.</summary>
    /// <param name="template">The template's text.</param>
    /// <param name="code">Where the functions' zip lies (<c>s3://bucket/key</c>).</param>
    /// <param name="nestedUrl">Where the nested template lies.</param>
    public static string Package(string template, string code, string nestedUrl)
    {
        var root = JsonNode.Parse(template)!;
        foreach (var (_, resource) in root["Resources"]!.AsObject())
        {
            var properties = resource!["Properties"] as JsonObject ?? [];
            if (properties.ContainsKey("CodeUri"))
            {
                properties["CodeUri"] = code;
            }

            if (properties.ContainsKey("TemplateURL"))
            {
                properties["TemplateURL"] = nestedUrl;
            }
        }

        return root.ToJsonString();
    }
}
