using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrgLens.Dashboards;

/// <summary>The definitions of the repository's <c>quicksight</c> folder, which travel inside this assembly.</summary>
public static class DashboardFiles
{
    private const string Root = "quicksight/";

    /// <summary>All of them by their path below the folder, for example <c>sheets/20-cost.json</c>.</summary>
    public static IReadOnlyDictionary<string, JsonNode> Embedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(Root, StringComparison.Ordinal)).ToDictionary(
            name => name[Root.Length..],
            name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                return Parse(name, stream);
            },
            StringComparer.Ordinal);
    }

    /// <summary>All JSON files below a folder.</summary>
    /// <exception cref="DashboardException">One of them is not JSON.</exception>
    public static IReadOnlyDictionary<string, JsonNode> Under(string folder) =>
        Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).ToDictionary(
            path => Path.GetRelativePath(folder, path).Replace('\\', '/'),
            path =>
            {
                using var stream = File.OpenRead(path);
                return Parse(path, stream);
            },
            StringComparer.Ordinal);

    /// <exception cref="DashboardException">It is not JSON.</exception>
    internal static JsonNode Parse(string name, Stream stream)
    {
        try
        {
            return JsonNode.Parse(stream) ?? throw new DashboardException($"{name} is empty.");
        }
        catch (JsonException e)
        {
            throw new DashboardException($"{name} is not JSON: {e.Message}", e);
        }
    }
}
