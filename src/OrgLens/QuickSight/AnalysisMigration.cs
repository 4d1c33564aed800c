using OrgLens.Aws;
using OrgLens.Dashboards;
using OrgLens.Database;

namespace OrgLens.QuickSight;

/// <summary>
/// Brings an analysis to QuickSight and keeps it up to date. Each step finds what an earlier run left, so that a run after a failure goes on
/// where that one ended, and one after a success changes nothing.
/// </summary>
/// <param name="account">QuickSight.</param>
/// <param name="database">Says what the views look like.</param>
/// <param name="shelf">Keeps the version before.</param>
/// <param name="downloads">Fetches exports.</param>
/// <param name="clock">Measures waits.</param>
public sealed class AnalysisMigration(QuickSightAccount account, DataApi database, IBundleShelf shelf, HttpClient downloads, TimeProvider clock)
{
    private readonly JobPatience _patience = JobPatience.Of(clock);

    /// <summary>Imports an analysis.</summary>
    /// <param name="analysis">The analysis, from any bundle.</param>
    /// <param name="settings">Where its data sets read, and who may use it.</param>
    /// <param name="progress">Is told each step when it has ended.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public Task<AnalysisReport> ImportAsync(Analysis analysis, AnalysisSettings settings, IProgress<AnalysisStep>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(settings);
        var id = settings.AnalysisId ?? analysis.Document.Required("analysisId");
        var name = settings.Name ?? analysis.Name;
        var live = new LiveAnalysis(account, id);
        var source = new DataSourceSetup(account, settings.Source, _patience);
        var sets = new DataSetSetup(account, settings.Source, source.Arn);
        IReadOnlyList<PlannedDataSet> planned = [];
        AnalysisPackage? package = null;
        ReaderPermissions? permissions = null;
        KeptVersion? before = null;
        return new AnalysisSteps(progress)
            .Then("columns", async () =>
            {
                planned = await DataSetPlan.MakeAsync(analysis, database, cancellationToken);
                package = Package(analysis, id, name, planned);
                return ("checked", Found(planned));
            })
            .Then("group", async () =>
            {
                if (settings.Principal is { } given)
                {
                    permissions = new ReaderPermissions(account, given);
                    return ("unchanged", given);
                }

                var group = await new ReaderGroup(account, settings.Group).EnsureAsync(cancellationToken);
                permissions = new ReaderPermissions(account, group.Arn);
                return group.Joined > 0 ? ("created", $"{settings.Group}, with {group.Joined} administrators in it") : ("unchanged", settings.Group);
            })
            .Then("data source", async () => (await source.EnsureAsync(permissions!, cancellationToken), settings.Source.Id))
            .Then("data sets", async () =>
            {
                var outcomes = new List<string>();
                foreach (var set in planned)
                {
                    outcomes.Add(await sets.EnsureAsync(set, permissions!, cancellationToken));
                }

                return Sum(outcomes);
            })
            .Then("previous version", async () =>
            {
                before = await live.FindAsync(cancellationToken);
                return before is null ? ("unchanged", "there is none")
                    : IsSame() ? ("unchanged", $"{before.Fingerprint} stays")
                    : await KeepAsync(id, before, cancellationToken);
            })
            .Then("analysis", async () =>
            {
                if (IsSame())
                {
                    return ("unchanged", $"{id} is {package!.Fingerprint}");
                }

                await Jobs().ImportAsync(package!.Bundle, package.Fingerprint, id, name, before is null ? permissions : null, cancellationToken);
                await live.MarkAsync(package.Fingerprint, cancellationToken);
                return (before is null ? "created" : "updated", $"{id} is {package.Fingerprint}");
            })
            .Then("permissions", async () => (await live.GrantAsync(permissions!, cancellationToken) ? "updated" : "unchanged", permissions!.Principal))
            .RunAsync();

        bool IsSame() => !settings.IsForced && before?.Fingerprint == package!.Fingerprint;
    }

    /// <summary>Gives an analysis a kept version back. What is there now is kept in its turn, so that this can be undone, too.</summary>
    /// <param name="analysisId">The analysis.</param>
    /// <param name="version">Name of the version; null: the newest that is another than the present one.</param>
    /// <param name="progress">Is told each step when it has ended.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public Task<AnalysisReport> RollBackAsync(string analysisId, string? version, IProgress<AnalysisStep>? progress, CancellationToken cancellationToken)
    {
        var live = new LiveAnalysis(account, analysisId);
        KeptVersion? chosen = null;
        byte[] bundle = [];
        return new AnalysisSteps(progress)
            .Then("kept version", async () =>
            {
                var now = await live.FindAsync(cancellationToken);
                var kept = await shelf.ListAsync(analysisId, cancellationToken);
                chosen = version is null
                    ? kept.FirstOrDefault(each => now is null || each.IsOtherThan(now))
                    : kept.FirstOrDefault(each => each.Name == version);
                chosen = chosen ?? throw new AnalysisMigrationException(
                    version is null ? $"No other version of {analysisId} is kept." : $"There is no version {version} of {analysisId}: {(kept.Count == 0 ? "none is kept" : $"kept are {string.Join(", ", kept.Select(each => each.Name))}")}.");
                bundle = await shelf.ReadAsync(analysisId, chosen, cancellationToken);
                return ("checked", chosen.Name);
            })
            .Then("previous version", async () => await live.FindAsync(cancellationToken) is { } now ? await KeepAsync(analysisId, now, cancellationToken) : ("unchanged", "there is none"))
            .Then("analysis", async () =>
            {
                await Jobs().ImportAsync(bundle, $"back-{chosen!.Name}", analysisId, name: null, permissions: null, cancellationToken);
                await live.MarkAsync(chosen.Fingerprint, cancellationToken);
                return ("updated", $"{analysisId} is {chosen.Name}");
            })
            .RunAsync();
    }

    /// <summary>The bundle of an analysis as QuickSight has it now.</summary>
    /// <exception cref="AnalysisMigrationException">The export failed.</exception>
    /// <exception cref="AwsCallException">A call failed.</exception>
    public Task<byte[]> ExportAsync(string analysisId, CancellationToken cancellationToken) => Jobs().ExportAsync(analysisId, cancellationToken);

    /// <summary>Looks at everything that <see cref="ImportAsync"/> would see to, and changes nothing.</summary>
    public Task<AnalysisReport> StatusAsync(Analysis analysis, AnalysisSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(settings);
        var id = settings.AnalysisId ?? analysis.Document.Required("analysisId");
        var source = new DataSourceSetup(account, settings.Source, _patience);
        var sets = new DataSetSetup(account, settings.Source, source.Arn);
        IReadOnlyList<PlannedDataSet> planned = [];
        return new AnalysisSteps(null)
            .Then("columns", async () =>
            {
                planned = await DataSetPlan.MakeAsync(analysis, database, cancellationToken);
                return ("checked", Found(planned));
            })
            .Then("group", async () => settings.Principal is { } given
                ? ("unchanged", given)
                : (await new ReaderGroup(account, settings.Group).FindAsync(cancellationToken) is null ? "missing" : "unchanged", settings.Group))
            .Then("data source", async () => await source.FindAsync(cancellationToken) is { } found
                ? (source.IsAsWanted(found.Child("DataSource")) ? "unchanged" : "different", $"{settings.Source.Id}, {found.Text("DataSource.Status")}")
                : ("missing", settings.Source.Id))
            .Then("data sets", async () =>
            {
                var outcomes = new List<string>();
                foreach (var set in planned)
                {
                    outcomes.Add(await sets.FindAsync(set, cancellationToken) is not { } found ? "missing" : sets.Changed(set, found.Child("DataSet")) is null ? "unchanged" : "different");
                }

                return Sum(outcomes);
            })
            .Then("analysis", async () =>
            {
                var package = Package(analysis, id, settings.Name ?? analysis.Name, planned);
                return await new LiveAnalysis(account, id).FindAsync(cancellationToken) is { } live
                    ? (live.Fingerprint == package.Fingerprint ? "unchanged" : "different", live.Name)
                    : ("missing", id);
            })
            .Then("kept versions", async () =>
            {
                var kept = await shelf.ListAsync(id, cancellationToken);
                return ("checked", kept.Count == 0 ? "none" : string.Join(", ", kept.Select(version => version.Name)));
            })
            .RunAsync();
    }

    private AnalysisPackage Package(Analysis analysis, string id, string name, IEnumerable<PlannedDataSet> planned) =>
        AnalysisPackage.Make(analysis, id, name, planned.ToDictionary(set => set.Identifier, set => account.Arn($"dataset/{set.Id}"), StringComparer.Ordinal));

    private BundleJobs Jobs() => new(account, downloads, _patience, clock);

    private async Task<(string Outcome, string Detail)> KeepAsync(string analysisId, KeptVersion version, CancellationToken cancellationToken)
    {
        if ((await shelf.ListAsync(analysisId, cancellationToken)).Any(kept => kept.Name == version.Name))
        {
            return ("unchanged", $"{version.Name} is kept");
        }

        await shelf.KeepAsync(analysisId, version, await ExportAsync(analysisId, cancellationToken), cancellationToken);
        return ("kept", version.Name);
    }

    private static string Found(IReadOnlyList<PlannedDataSet> planned)
    {
        List<string> leftOut = [.. planned.SelectMany(set => set.LeftOut)];
        var found = $"{planned.Count} data sets with {planned.Sum(set => set.Columns.Count)} columns are in the database";
        return leftOut.Count == 0 ? found : $"{found}; QuickSight can't read {string.Join(", ", leftOut)}";
    }

    // The step ends as the most that was done to any of them.
    private static (string Outcome, string Detail) Sum(List<string> outcomes)
    {
        var counts = outcomes.CountBy(outcome => outcome).OrderBy(count => count.Key, StringComparer.Ordinal).ToList();
        return (counts.FirstOrDefault(count => count.Key != "unchanged").Key ?? "unchanged", string.Join(", ", counts.Select(count => $"{count.Value} {count.Key}")));
    }
}
