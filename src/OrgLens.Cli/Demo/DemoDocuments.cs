using System.Reflection;
using OrgLens.Local.Simulation;

namespace OrgLens.Cli.Demo;

/// <summary>What the demonstration uploads: documents that the reference's sender wrote, simulated ones, and two that must not get in.</summary>
internal static class DemoDocuments
{
    private const string Samples = "snapshots/";

    // Beside the samples, which are of 20 and 21 November.
    private static readonly SimulationPlan Plan = new() { Accounts = 12, Days = 3, Start = new DateOnly(2026, 11, 19) };

    public static IReadOnlyList<DemoDocument> All()
    {
        var samples = ReadSamples().ToList();
        var simulator = new SnapshotSimulator(Plan);
        var simulated = simulator.Documents.Select(document => new DemoDocument(document.Key, Write(simulator, document))).ToList();
        return [.. samples, .. simulated, Corrupt(simulated[0]), Spoofed(samples[0])];
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

    private static byte[] Write(SnapshotSimulator simulator, SimulatedDocument document)
    {
        using var body = new MemoryStream();
        simulator.Write(document, body);
        return body.ToArray();
    }

    /// <summary>The upload broke off in the middle.</summary>
    private static DemoDocument Corrupt(DemoDocument whole) =>
        new(whole.Key.Replace("_DAILY", "_WEEKLY", StringComparison.Ordinal), whole.Body[..(whole.Body.Length / 2)]);

    /// <summary>One account speaks for another: the document of 111122223333 below the prefix of 999988887777.</summary>
    private static DemoDocument Spoofed(DemoDocument honest) =>
        new(honest.Key.Replace("111122223333", "999988887777", StringComparison.Ordinal), honest.Body);
}
