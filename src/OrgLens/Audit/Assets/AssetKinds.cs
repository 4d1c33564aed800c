namespace OrgLens.Audit.Assets;

/// <summary>Names of the kinds.</summary>
public static class AssetKinds
{
    /// <summary>The name in the database: that of the collector that lists such resources.</summary>
    public static string Name(this AssetKind kind) => kind switch
    {
        AssetKind.Instance => "ec2.instance",
        AssetKind.Volume => "ebs.volume",
        AssetKind.DbInstance => "rds.dbinstance",
        AssetKind.DbCluster => "rds.dbcluster",
        AssetKind.Function => "lambda.function",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
