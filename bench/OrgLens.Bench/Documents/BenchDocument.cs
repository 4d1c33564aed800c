namespace OrgLens.Bench.Documents;

/// <summary>A snapshot document on disk.</summary>
/// <param name="Path">The file.</param>
/// <param name="Account">The account it is of.</param>
/// <param name="Region">The Region it is of.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Bytes">How large it is.</param>
internal sealed record BenchDocument(string Path, string Account, string Region, long Rows, long Bytes)
{
    /// <summary>The key under which it waits on a day of January.</summary>
    public string KeyOn(int day) => $"data/{Account}/{Region}/2026-01-{day:00}_DAILY.json";
}
