using System.Text.Json;

namespace OrgLens.Local.Tests.Simulation;

/// <summary>Which members, in which order, and which kinds of values documents have at every path.</summary>
internal sealed class DocumentShape
{
    public SortedDictionary<string, SortedSet<string>> Members { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, SortedSet<string>> Kinds { get; } = new(StringComparer.Ordinal);

    public void Add(JsonElement value, string path = "")
    {
        Note(Kinds, path, value.ValueKind is JsonValueKind.False ? nameof(JsonValueKind.True) : value.ValueKind.ToString());
        if (value.ValueKind == JsonValueKind.Object)
        {
            Note(Members, path, string.Join(',', value.EnumerateObject().Select(member => member.Name)));
            foreach (var member in value.EnumerateObject())
            {
                Add(member.Value, $"{path}.{member.Name}");
            }
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                Add(item, path + "[]");
            }
        }
    }

    private static void Note(SortedDictionary<string, SortedSet<string>> notes, string path, string note)
    {
        if (!notes.TryGetValue(path, out var known))
        {
            notes.Add(path, known = new SortedSet<string>(StringComparer.Ordinal));
        }

        known.Add(note);
    }
}
