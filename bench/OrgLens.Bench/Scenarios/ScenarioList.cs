namespace OrgLens.Bench.Scenarios;

/// <summary>All scenarios, in their order.</summary>
internal static class ScenarioList
{
    private static readonly IReadOnlyList<IScenario> All =
    [
        new LargeScenario(), new ReloadScenario(), new ChangedScenario(), new HistoryScenario(), new SmallScenario(), new HugeScenario(), new StartUpScenario(), new CollectScenario(),
        new TrailScenario(), new ApplyScenario(), new LagScenario(), new UsageViewsScenario(), new ShowScenario(), new ReferenceScenario(),
    ];

    public static IEnumerable<string> Names => All.Select(scenario => scenario.Name);

    public static IEnumerable<IScenario> Of(BenchOptions options) =>
        All.Where(scenario => (options.Only ?? scenario.Name) == scenario.Name && (options.Reference is not null || scenario is not ReferenceScenario));
}
