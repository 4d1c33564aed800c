namespace OrgLens.QuickSight;

/// <summary>Where versions of analyses are kept.</summary>
public interface IBundleShelf
{
    /// <summary>What is kept of an analysis, the newest first.</summary>
    Task<IReadOnlyList<KeptVersion>> ListAsync(string analysisId, CancellationToken cancellationToken);

    /// <summary>Keeps a bundle.</summary>
    Task KeepAsync(string analysisId, KeptVersion version, byte[] bundle, CancellationToken cancellationToken);

    /// <summary>A bundle that was kept.</summary>
    Task<byte[]> ReadAsync(string analysisId, KeptVersion version, CancellationToken cancellationToken);
}
