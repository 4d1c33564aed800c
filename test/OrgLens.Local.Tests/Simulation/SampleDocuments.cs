using System.Runtime.CompilerServices;

namespace OrgLens.Local.Tests.Simulation;

/// <summary>The documents of the reference's sender that the repository carries.</summary>
internal static class SampleDocuments
{
    public static IEnumerable<string> Paths([CallerFilePath] string source = "") =>
        Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(source)!, "../../data/snapshots"), "*.json");
}
