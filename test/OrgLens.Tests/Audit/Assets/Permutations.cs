namespace OrgLens.Tests.Audit.Assets;

/// <summary>All orders of a few things.</summary>
internal static class Permutations
{
    public static IEnumerable<IReadOnlyList<int>> Of(int count) =>
        count == 0 ? [[]] : Of(count - 1).SelectMany(order => Enumerable.Range(0, count).Select(place => (IReadOnlyList<int>)[.. order.Take(place), count - 1, .. order.Skip(place)]));
}
