namespace OrgLens.Audit.Assets;

/// <summary>What an operation does to which kind of asset.</summary>
/// <param name="Kind">The kind; null: any kind of the service, told by the resources that the record names.</param>
/// <param name="Change">What it does.</param>
internal sealed record AssetOperation(AssetKind? Kind, AssetChange Change)
{
    /// <summary>The event of a record that names no asset, as the answer to a failed creation: it still belongs into the history.</summary>
    public AssetEvent Unnamed => new(Kind!.Value, string.Empty, null, Change);
}
