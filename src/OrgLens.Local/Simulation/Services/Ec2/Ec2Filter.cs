using OrgLens.Local.Simulation.Api;

namespace OrgLens.Local.Simulation.Services.Ec2;

/// <summary>Filters of EC2: all must hold, each by any of its values.</summary>
internal static class Ec2Filter
{
    /// <summary>Whether the filters of a call hold for something with these values and tags.</summary>
    public static bool Holds(ApiCall call, IReadOnlyDictionary<string, string> values, IReadOnlyDictionary<string, string> tags) => call.Input.Children("Filter").All(filter =>
    {
        var (name, wanted) = (filter.Text("Name") ?? "", filter.Texts("Value"));
        return name switch
        {
            "tag-key" => wanted.Any(tags.ContainsKey),
            _ when name.StartsWith("tag:", StringComparison.Ordinal) => tags.TryGetValue(name[4..], out var tag) && wanted.Contains(tag),
            _ => values.TryGetValue(name, out var value) ? wanted.Contains(value) : throw call.BadInput($"The filter '{name}' is invalid"),
        };
    });

    /// <summary>Whether something is one of those that a call names.</summary>
    public static bool IsNamed(ApiCall call, string member, string id) => call.Input.Texts(member) is var ids && (ids.Count == 0 || ids.Contains(id));
}
