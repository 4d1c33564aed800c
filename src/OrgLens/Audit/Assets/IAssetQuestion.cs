using OrgLens.Aws;

namespace OrgLens.Audit.Assets;

/// <summary>How a kind of asset is asked about.</summary>
internal interface IAssetQuestion
{
    /// <summary>How many can be asked about at once.</summary>
    int AtMost { get; }

    /// <summary>Asks.</summary>
    /// <returns>Of each asset that there is: its id, and what fills its description in.</returns>
    IAsyncEnumerable<(string Id, Func<AssetDescription, AssetDescription> Answer)> AskAsync(
        IAwsCalls calls, string region, IReadOnlyList<string> ids, CancellationToken cancellationToken);
}
