using System.Globalization;
using OrgLens.Local.Simulation;

namespace OrgLens.Bench.Documents;

/// <summary>Writes the documents to be loaded, each once.</summary>
internal sealed class DocumentShelf(string folder)
{
    /// <summary>Rows of the document that the published figures were measured with.</summary>
    public const int LargeTotal = 50_793;

    private readonly Dictionary<string, BenchDocument> _written = new(StringComparer.Ordinal);

    /// <summary>50,793 rows, 48,000 of them in five sections.</summary>
    public BenchDocument Large => OfTotal(LargeTotal);

    /// <summary>200 rows of another account than all others are of.</summary>
    public BenchDocument Neighbour => Written("neighbour", path => Write(200, path, seed: 2));

    /// <summary>200 MB in the proportions of the large one.</summary>
    public BenchDocument Huge => OfTotal((int)(200_000_000L * LargeTotal / Large.Bytes));

    /// <summary>The large one with every hundredth row changed.</summary>
    public BenchDocument Changed => ChangedBy(100);

    /// <summary>The large one with every twentieth row changed.</summary>
    public BenchDocument MuchChanged => ChangedBy(20);

    /// <summary>A document of so many rows.</summary>
    public BenchDocument OfTotal(int total) => Written(total.ToString(CultureInfo.InvariantCulture), path => Write(total, path, seed: 1));

    private BenchDocument ChangedBy(int oneIn) => Written(string.Create(CultureInfo.InvariantCulture, $"changed-{oneIn}"), path =>
    {
        ChangedDocument.Write(Large.Path, path, oneIn);
        return Large with { Path = path, Bytes = new FileInfo(path).Length };
    });

    private BenchDocument Written(string name, Func<string, BenchDocument> write)
    {
        if (!_written.TryGetValue(name, out var document))
        {
            document = write(Path.Combine(folder, name + ".json"));
            _written.Add(name, document);
        }

        return document;
    }

    private static BenchDocument Write(int total, string path, ulong seed)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var simulator = new SnapshotSimulator(
            new SimulationPlan { Accounts = 1, Days = 1, Start = new DateOnly(2026, 1, 15), Seed = seed, Rows = RowCounts.ForTotal(total) });
        var simulated = simulator.Documents.Single();
        long rows;
        using (var output = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20))
        {
            rows = simulator.Write(simulated, output);
        }

        return new BenchDocument(path, simulated.Account.Id, simulated.Region, rows, new FileInfo(path).Length);
    }
}
