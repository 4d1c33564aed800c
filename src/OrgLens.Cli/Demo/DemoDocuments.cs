using System.Reflection;
using OrgLens.Local.Simulation;

namespace OrgLens.Cli.Demo;

/// <summary>What the demonstration uploads beside what it collects.</summary>
internal static class DemoDocuments
{
    private const string Samples = "snapshots/";

    /// <summary>Documents that the reference's sender wrote, and two that must not get in.</summary>
    public static IReadOnlyList<DemoDocument> All()
    {
        var samples = ReadSamples().ToList();
        return [.. samples, Corrupt(samples[0]), Spoofed(samples[0])];
    }

    /// <summary>What the accounts of the organization sent on the days before today.</summary>
    public static IReadOnlyList<DemoDocument> History(SimulationPlan organization, int days)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var simulator = new SnapshotSimulator(organization with { Start = today.AddDays(-days), Days = days });
        return [.. simulator.Documents.Select(document =>
        {
            using var body = new MemoryStream();
            simulator.Write(document, body);
            return new DemoDocument(document.Key, body.ToArray());
        })];
    }

    private static IEnumerable<DemoDocument> ReadSamples()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Samples, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var body = new MemoryStream();
            stream.CopyTo(body);
            yield return new DemoDocument(name[Samples.Length..].Replace("__", "/", StringComparison.Ordinal), body.ToArray());
        }
    }

    /// <summary>The upload broke off in the middle.</summary>
    private static DemoDocument Corrupt(DemoDocument whole) =>
        new(whole.Key.Replace("_DAILY", "_WEEKLY", StringComparison.Ordinal), whole.Body[..(whole.Body.Length / 2)]);

    /// <summary>One account speaks for another: the document of 111122223333 below the prefix of 999988887777.</summary>
    private static DemoDocument Spoofed(DemoDocument honest) =>
        new(honest.Key.Replace("111122223333", "999988887777", StringComparison.Ordinal), honest.Body);
}
