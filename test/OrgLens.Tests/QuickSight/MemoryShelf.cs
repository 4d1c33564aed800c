using OrgLens.QuickSight;

namespace OrgLens.Tests.QuickSight;

/// <summary>Keeps bundles for the time of a test.</summary>
internal sealed class MemoryShelf : IBundleShelf
{
    private readonly Dictionary<(string Analysis, string Version), byte[]> _bundles = [];

    public IReadOnlyList<string> Names => [.. _bundles.Keys.Select(key => key.Version).Order(StringComparer.Ordinal)];

    public Task<IReadOnlyList<KeptVersion>> ListAsync(string analysisId, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<KeptVersion>>(
        [.. _bundles.Keys.Where(key => key.Analysis == analysisId).Select(key => KeptVersion.Parse(key.Version)!).OrderByDescending(version => version.ChangedAt)]);

    public Task KeepAsync(string analysisId, KeptVersion version, byte[] bundle, CancellationToken cancellationToken)
    {
        _bundles.Add((analysisId, version.Name), bundle);
        return Task.CompletedTask;
    }

    public Task<byte[]> ReadAsync(string analysisId, KeptVersion version, CancellationToken cancellationToken) => Task.FromResult(_bundles[(analysisId, version.Name)]);
}
