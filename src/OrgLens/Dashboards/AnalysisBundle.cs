using System.IO.Compression;
using System.Text.Json.Nodes;

namespace OrgLens.Dashboards;

/// <summary>Opens an analysis that lies in a file: an asset bundle (<c>.qs</c>, a zip), an unpacked one, or a folder of readable definitions.</summary>
public static class AnalysisBundle
{
    /// <summary>Definitions only: nobody has so many.</summary>
    private const long LargestEntry = 64 * 1024 * 1024;

    /// <summary>The first analysis in it, with its data sets.</summary>
    /// <exception cref="DashboardException">There is no analysis in it.</exception>
    public static Analysis Open(string path)
    {
        var files = Directory.Exists(path) ? DashboardFiles.Under(path) : Unpack(path);
        if (files.ContainsKey("analysis.json") && files.Keys.Any(name => name.StartsWith("sheets/", StringComparison.Ordinal)))
        {
            return AnalysisJoiner.Join(files);
        }

        var analysis = files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => file.Value).OfType<JsonObject>().FirstOrDefault(file => file["definition"] is JsonObject)
            ?? throw new DashboardException($"There is no analysis in {path}.");
        return new Analysis(analysis, [.. files.Values.OfType<JsonObject>().Where(file => file.Text("resourceType") == "dataset")]);
    }

    private static Dictionary<string, JsonNode> Unpack(string path)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            return archive.Entries.Where(entry => entry.FullName.EndsWith(".json", StringComparison.Ordinal)).ToDictionary(entry => entry.FullName, Read, StringComparer.Ordinal);
        }
        catch (InvalidDataException e)
        {
            throw new DashboardException($"{path} is no asset bundle: {e.Message}", e);
        }
    }

    private static JsonNode Read(ZipArchiveEntry entry)
    {
        if (entry.Length > LargestEntry)
        {
            throw new DashboardException($"{entry.FullName} is larger than {LargestEntry / 1024 / 1024} MiB.");
        }

        using var stream = entry.Open();
        return DashboardFiles.Parse(entry.FullName, stream);
    }
}
