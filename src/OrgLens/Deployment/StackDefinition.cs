using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OrgLens.Aws;

namespace OrgLens.Deployment;

/// <summary>A stack, or the stacks of a StackSet, as they should be.</summary>
/// <param name="Name">Name of the stack or StackSet.</param>
/// <param name="Template">The template's text, at most 51,200 bytes unless it has a URL.</param>
/// <param name="Parameters">Values of the template's parameters; those that are not named keep what they have, or their defaults.</param>
public sealed partial record StackDefinition(string Name, string Template, IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>Where CloudFormation finds the template in S3; null: it is sent.</summary>
    public string? TemplateUrl { get; init; }

    /// <summary>The same for a stack that is there already: a parameter that nobody names now keeps the value that it was given before.</summary>
    internal StackDefinition Keeping(AwsValue present)
    {
        var parameters = new Dictionary<string, string>(Parameters, StringComparer.Ordinal);
        var declared = Declared().ToHashSet(StringComparer.Ordinal);
        foreach (var parameter in present.List("Parameters"))
        {
            if (parameter.Text("ParameterKey") is { } name && declared.Contains(name))
            {
                parameters.TryAdd(name, parameter.Text("ParameterValue") ?? "");
            }
        }

        return this with { Parameters = parameters };
    }

    /// <summary>What every call about it sends.</summary>
    internal JsonObject Input(string nameMember) => new()
    {
        [nameMember] = Name,
        [TemplateUrl is null ? "TemplateBody" : "TemplateURL"] = TemplateUrl ?? Template,
        [nameof(Parameters)] = new JsonArray([.. Parameters.Select(JsonNode (parameter) => new JsonObject { ["ParameterKey"] = parameter.Key, ["ParameterValue"] = parameter.Value })]),
        // The roles have names by which the hub knows them; only the hub's template has a transform and a nested stack.
        ["Capabilities"] = TemplateUrl is null
            ? new JsonArray("CAPABILITY_IAM", "CAPABILITY_NAMED_IAM")
            : new JsonArray("CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"),
        ["Tags"] = DeploymentTag.Input,
    };

    // The templates are ours: parameters of one in YAML are what is indented by two in their section.
    private IEnumerable<string> Declared() => Template.StartsWith('{')
        ? (JsonNode.Parse(Template)![nameof(Parameters)]?.AsObject() ?? []).Select(parameter => parameter.Key)
        : YamlParameter().Matches(YamlParameters().Match(Template).Value).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"(?<=^Parameters:\n)([ #].*\n|\n)*", RegexOptions.Multiline)]
    private static partial Regex YamlParameters();

    [GeneratedRegex(@"^  (\w+):$", RegexOptions.Multiline)]
    private static partial Regex YamlParameter();
}
