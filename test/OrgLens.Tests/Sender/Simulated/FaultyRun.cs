using System.Security.Cryptography;
using OrgLens.Sender;

namespace OrgLens.Tests.Sender.Simulated;

/// <summary>How a run ended: its coverage, and what was collected, by section.</summary>
internal sealed record FaultyRun(IReadOnlyList<CoverageEntry> Own, IReadOnlyList<CoverageEntry> Others, IReadOnlyDictionary<string, string> Rows)
{
    public static async Task<FaultyRun> OfAsync(CollectedSnapshot snapshot, Collector collector)
    {
        var names = collector.Outputs.Select(output => output.Name).ToList();
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var section in snapshot.Plan.Jobs.SelectMany(job => job.Collector.Outputs).Select(output => output.Section).Distinct())
        {
            using var text = new MemoryStream();
            foreach (var spool in snapshot.Rows.Of(section))
            {
                await text.WriteAsync(spool.Head);
                await spool.CopyToAsync(text, CancellationToken.None);
            }

            rows[section] = Convert.ToHexString(SHA256.HashData(text.GetBuffer().AsSpan(0, (int)text.Length)));
        }

        var entries = snapshot.Coverage.ToLookup(entry => names.Contains(entry.Collector));
        return new FaultyRun([.. entries[true]], [.. entries[false]], rows);
    }
}
