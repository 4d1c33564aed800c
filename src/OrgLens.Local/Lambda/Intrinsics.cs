using System.Text.Json;
using System.Text.RegularExpressions;

namespace OrgLens.Local.Lambda;

/// <summary>
/// Resolves the intrinsic functions of a template to local values. A value is known by what the template calls it:
/// <c>SnapshotQueue</c> for a Ref, <c>SnapshotQueue.Arn</c> for a GetAtt, <c>AWS::Region</c> for a pseudo parameter.
/// </summary>
internal sealed partial class Intrinsics(JsonElement template, IReadOnlyDictionary<string, string> values)
{
    /// <summary>Resolves a scalar to its text.</summary>
    public string Resolve(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => element.GetRawText(),
        JsonValueKind.Object => ResolveFunction(element),
        _ => throw Unresolvable(element),
    };

    private string ResolveFunction(JsonElement element)
    {
        var function = element.EnumerateObject().First();
        return function.Name switch
        {
            "Ref" => Reference(function.Value.GetString()!),
            "Fn::GetAtt" when function.Value.ValueKind == JsonValueKind.Array =>
                Lookup(string.Join('.', function.Value.EnumerateArray().Select(e => e.GetString()))),
            "Fn::GetAtt" => Lookup(function.Value.GetString()!),
            "Fn::Sub" when function.Value.ValueKind == JsonValueKind.Array => Substitute(function.Value[0].GetString()!, function.Value[1]),
            "Fn::Sub" => Substitute(function.Value.GetString()!, default),
            "Fn::Join" => string.Join(function.Value[0].GetString(), function.Value[1].EnumerateArray().Select(Resolve)),
            _ => throw Unresolvable(element),
        };
    }

    private string Substitute(string pattern, JsonElement variables) => VariablePattern().Replace(pattern, match =>
    {
        var name = match.Groups[1].Value;
        if (name.StartsWith('!'))
        {
            return $"${{{name[1..]}}}";
        }

        return variables.ValueKind == JsonValueKind.Object && variables.TryGetProperty(name, out var value) ? Resolve(value) : Reference(name);
    });

    private string Reference(string name) => values.TryGetValue(name, out var value)
        ? value
        : template.TryGetProperty("Parameters", out var parameters)
            && parameters.TryGetProperty(name, out var parameter)
            && parameter.TryGetProperty("Default", out var standard)
                ? Resolve(standard)
                : Lookup(name);

    private string Lookup(string name) => values.TryGetValue(name, out var value)
        ? value
        : throw new LocalCloudException($"The template refers to {name}, for which there is no local value.");

    private static LocalCloudException Unresolvable(JsonElement element) =>
        new($"The template uses an expression that cannot be resolved locally: {element.GetRawText()}");

    [GeneratedRegex(@"\$\{([^}]+)\}")]
    private static partial Regex VariablePattern();
}
