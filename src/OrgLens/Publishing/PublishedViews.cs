using System.Reflection;
using System.Text.Json;

namespace OrgLens.Publishing;

/// <summary>The views that are published: <c>sql/publish/views.json</c>, which travels inside this assembly.</summary>
public static class PublishedViews
{
    private const string Resource = "sql/publish/views.json";

    /// <summary>All of them, in the order of the file.</summary>
    public static IReadOnlyList<PublishedView> All { get; } = Read();

    /// <summary>Some of them.</summary>
    /// <exception cref="PublishingException">One is not among them.</exception>
    public static IReadOnlyList<PublishedView> Named(IReadOnlyCollection<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var unknown = names.FirstOrDefault(name => All.All(view => view.View != name));
        return unknown is null
            ? [.. All.Where(view => names.Contains(view.View, StringComparer.Ordinal))]
            : throw new PublishingException($"{unknown} is none of the views that are published: {Resource} has the list.");
    }

    private static List<PublishedView> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!;
        using var list = JsonDocument.Parse(stream);
        return [.. list.RootElement.EnumerateArray().Select(view => new PublishedView(view.GetProperty("view").GetString()!, Text(view, "partition"), Text(view, "monthOf")))];

        static string? Text(JsonElement view, string name) => view.TryGetProperty(name, out var value) ? value.GetString() : null;
    }
}
