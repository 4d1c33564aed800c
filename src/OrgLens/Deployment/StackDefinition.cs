using System.Text.Json.Nodes;

namespace OrgLens.Deployment;

/// <summary>A stack, or the stacks of a StackSet, as they should be.</summary>
/// <param name="Name">Name of the stack or StackSet.</param>
/// <param name="Template">The template's text, at most 51,200 bytes.</param>
/// <param name="Parameters">Values of the template's parameters; those that are not named keep their defaults.</param>
public sealed record StackDefinition(string Name, string Template, IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>What every call about it sends.</summary>
    internal JsonObject Input(string nameMember) => new()
    {
        [nameMember] = Name,
        ["TemplateBody"] = Template,
        [nameof(Parameters)] = new JsonArray([.. Parameters.Select(JsonNode (parameter) => new JsonObject { ["ParameterKey"] = parameter.Key, ["ParameterValue"] = parameter.Value })]),
        // The roles have names by which the hub knows them.
        ["Capabilities"] = new JsonArray("CAPABILITY_IAM", "CAPABILITY_NAMED_IAM"),
        ["Tags"] = DeploymentTag.Input,
    };
}
