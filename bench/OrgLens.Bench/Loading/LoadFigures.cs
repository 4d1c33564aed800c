namespace OrgLens.Bench.Loading;

/// <summary>What one load took, as its own process saw it.</summary>
/// <param name="Seconds">From the first byte of the document to the commit.</param>
/// <param name="Rows">Rows in the document.</param>
/// <param name="Calls">Data API calls.</param>
/// <param name="PeakBytes">The most memory that the process held at a time.</param>
/// <param name="CpuSeconds">Of the process, its start and a load to warm up included.</param>
/// <param name="AllocatedBytes">By the process.</param>
/// <param name="Collections">Garbage collections of generations 0, 1 and 2.</param>
/// <param name="WalBytes">Write-ahead log that the server wrote meanwhile.</param>
/// <param name="Outcome">How it ended.</param>
internal sealed record LoadFigures(
    double Seconds, long Rows, int Calls, long PeakBytes, double CpuSeconds, long AllocatedBytes, IReadOnlyList<int> Collections, long WalBytes, string Outcome)
{
    public double RowsPerSecond => Rows / Seconds;

    /// <summary>Takes the figures of this process.</summary>
    public static LoadFigures OfThisProcess(double seconds, long rows, int calls, long walBytes, string outcome)
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return new LoadFigures(
            seconds, rows, calls, process.PeakWorkingSet64, process.TotalProcessorTime.TotalSeconds, GC.GetTotalAllocatedBytes(),
            [GC.CollectionCount(0), GC.CollectionCount(1), GC.CollectionCount(2)], walBytes, outcome);
    }
}
