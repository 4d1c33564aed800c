using OrgLens.Audit.Trail;

namespace OrgLens.Cli.Hub;

/// <summary>Days of trail files, both included; null leaves a side open.</summary>
internal sealed record TrailDays(DateOnly? From, DateOnly? To)
{
    /// <summary>Whether a file may be of these days: one whose path names no day may be of any.</summary>
    public bool Include(string key) => TrailKey.Day(key) is not { } day || ((From is not { } from || day >= from) && (To is not { } to || day <= to));
}
