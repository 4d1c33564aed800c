using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using OrgLens.Local.Simulation.Activity;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation;

/// <summary>
/// The files that CloudTrail would deliver of a simulated organization. What they say agrees with its documents: an instance whose
/// launch they tell is in the documents from that day on, under the same id, and one whose termination they tell is not, from the next day on.
/// </summary>
/// <param name="plan">The organization.</param>
/// <param name="first">The first day of the trail, which may lie before the first document's.</param>
/// <param name="days">How many days it has.</param>
public sealed class TrailSimulator(SimulationPlan plan, DateOnly first, int days)
{
    private readonly SimulatedOrganization _organization = new(plan);

    /// <summary>All files, day by day.</summary>
    public IEnumerable<SimulatedTrailFile> Files =>
        from day in Enumerable.Range(0, days)
        from account in _organization.Accounts
        from region in account.Regions
        select new SimulatedTrailFile(account, region, first.AddDays(day), Key(account, region, first.AddDays(day)));

    /// <summary>Writes a file as CloudTrail does, gzip and all, and returns how many records it has.</summary>
    public int Write(SimulatedTrailFile file, Stream output)
    {
        ArgumentNullException.ThrowIfNull(file);
        var records = TrailDay.Of(new RegionEstate(plan, file.Account, file.Region), file.Date);
        using var compressed = new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true);
        using var json = new Utf8JsonWriter(compressed);
        json.WriteStartObject();
        json.WriteStartArray("Records");
        foreach (var record in records)
        {
            record.WriteTo(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        return records.Count;
    }

    private string Key(SimulatedAccount account, string region, DateOnly day)
    {
        var organization = "o-" + new SeededStream(plan.Seed).Child("organizations").Child("id").Hex(10);
        var unique = account.Stream.Child("trail-file").Child(region).Child(day.DayNumber).Letters(16);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"AWSLogs/{organization}/{account.Id}/CloudTrail/{region}/{day:yyyy/MM/dd}/{account.Id}_CloudTrail_{region}_{day:yyyyMMdd}T2355Z_{unique}.json.gz");
    }
}
