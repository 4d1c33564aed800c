using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OrgLens.Functions.Tests.Hub;
using OrgLens.Local;
using OrgLens.Local.Lambda;
using OrgLens.Local.Provisioning;

namespace OrgLens.Functions.Tests.Template;

/// <summary>What the role of a function lets it do in the local cloud.</summary>
/// <param name="Function">The function's logical id.</param>
/// <param name="Action">The action.</param>
/// <param name="Resources">ARNs, which may have wildcards.</param>
/// <param name="Sid">Name of the statement.</param>
internal sealed record GrantedAction(string Function, string Action, IReadOnlyList<string> Resources, string? Sid)
{
    /// <summary>All of a function.</summary>
    public static IEnumerable<GrantedAction> Of(string function, LocalCloud cloud)
    {
        using var template = JsonDocument.Parse(File.ReadAllText(Repository.Template));
        var intrinsics = new Intrinsics(template.RootElement, TemplateValues.Of(cloud.Resources, new LocalCloudOptions()));
        return
        [
            .. from statement in HubTemplate.StatementsOf(function)
               let resources = (statement["Resource"] is JsonArray several ? [.. several] : (IReadOnlyList<JsonNode?>)[statement["Resource"]])
                   .Select(resource => intrinsics.Resolve(JsonSerializer.SerializeToElement(resource)))
                   .ToList()
               from action in HubTemplate.ActionsOf(statement)
               select new GrantedAction(function, action, resources, (string?)statement[nameof(Sid)]),
        ];
    }

    /// <summary>Whether it is what is used.</summary>
    public bool Covers(UsedAction used) => Action == used.Action && (used.Resource is not { } resource || Resources.Any(pattern => Matches(pattern, resource)));

    /// <inheritdoc/>
    public override string ToString() => $"{Function} {Action} on {string.Join(", ", Resources)}";

    private static bool Matches(string pattern, string resource) =>
        Regex.IsMatch(resource, $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$", RegexOptions.None, TimeSpan.FromSeconds(1));
}
