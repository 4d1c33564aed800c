using System.Text.Json.Nodes;
using OrgLens.Functions.Tests.Hub;
using OrgLens.Local.Tests.Clients;

namespace OrgLens.Functions.Tests.Template;

/// <summary>Every template as it is written, by file name.</summary>
internal static class TemplateFiles
{
    private static readonly Lazy<JsonObject> s_all = new(Read);

    public static JsonObject All => s_all.Value;

    /// <summary>Members of a section of all templates: file, name, definition.</summary>
    public static IEnumerable<(string File, string Name, JsonNode Definition)> Members(string section) =>
        All.SelectMany(file => (file.Value![section]?.AsObject() ?? []).Select(member => (file.Key, member.Key, member.Value!)));

    private static JsonObject Read() => JsonNode.Parse(Stacks.Run(
        Python.Path,
        new Dictionary<string, string>(),
        [
            Path.Combine(AppContext.BaseDirectory, "Template", "read.py"),
            Repository.Template,
            .. Directory.GetFiles(Repository.File("cloudformation"), "*.yaml").Order(StringComparer.Ordinal),
        ]))!.AsObject();
}
