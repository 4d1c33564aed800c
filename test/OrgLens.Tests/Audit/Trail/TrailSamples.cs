using System.Text.Json;

namespace OrgLens.Tests.Audit.Trail;

/// <summary>Sample files: the authored ones of the repository, and those beside it, some of them real, where they are.</summary>
internal static class TrailSamples
{
    /// <summary>Folder of the authored envelopes.</summary>
    public static string Envelopes { get; } = Path.Combine(AppContext.BaseDirectory, "data", "trail", "envelopes");

    /// <summary>Folder of the samples beside the repository; null where it is not.</summary>
    public static string? Shared { get; } = SharedSamples.Folder("trail");

    public static JsonElement Envelope(string name) => JsonElement.Parse(File.ReadAllText(Path.Combine(Envelopes, name + ".json")));

    /// <summary>Records of the authored envelopes, as they would be in a file.</summary>
    public static IEnumerable<string> AuthoredRecords() => Directory.EnumerateFiles(Envelopes, "eventbridge-*.json").Order(StringComparer.Ordinal)
        .Select(path => JsonElement.Parse(File.ReadAllText(path)).GetProperty("detail"))
        .Where(detail => detail.TryGetProperty("eventID", out _))
        .Select(detail => detail.GetRawText());
}
