namespace OrgLens.Bench;

/// <summary>The middle one of repeated measurements.</summary>
internal static class Median
{
    public static T By<T, TKey>(IReadOnlyCollection<T> runs, Func<T, TKey> measure) => runs.OrderBy(measure).ElementAt((runs.Count - 1) / 2);

    public static double Of<T>(IReadOnlyCollection<T> runs, Func<T, double> measure) => measure(By(runs, measure));
}
