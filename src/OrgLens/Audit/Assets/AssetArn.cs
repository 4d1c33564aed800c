using OrgLens.Aws;

namespace OrgLens.Audit.Assets;

/// <summary>ARNs of assets, which name them where the database has nothing else.</summary>
/// <remarks>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html</remarks>
/// <param name="Kind">The kind.</param>
/// <param name="Account">The owner's 12 digits.</param>
/// <param name="Region">The Region.</param>
/// <param name="Id">The last part: instance or volume id, identifier of a database in small letters, name of a function.</param>
public sealed record AssetArn(AssetKind Kind, string Account, string Region, string Id)
{
    /// <summary>Reads an ARN; the version or alias of a function is left out.</summary>
    /// <returns>Null when it is that of another kind of resource, or none.</returns>
    public static AssetArn? Parse(string? arn)
    {
        var parts = arn?.Split(':') ?? [];
        if (parts is not ["arn", _, var service, var region, var account, ..])
        {
            return null;
        }

        return (service, parts[5..]) switch
        {
            ("ec2", [var path]) when path.StartsWith("instance/", StringComparison.Ordinal) => new(AssetKind.Instance, account, region, path["instance/".Length..]),
            ("ec2", [var path]) when path.StartsWith("volume/", StringComparison.Ordinal) => new(AssetKind.Volume, account, region, path["volume/".Length..]),
            ("rds", ["db", var id]) => new(AssetKind.DbInstance, account, region, id.ToLowerInvariant()),
            ("rds", ["cluster", var id]) => new(AssetKind.DbCluster, account, region, id.ToLowerInvariant()),
            ("lambda", ["function", var name, ..]) => new(AssetKind.Function, account, region, name),
            _ => null,
        };
    }

    /// <summary>The ARN.</summary>
    public override string ToString()
    {
        var (service, path) = Kind switch
        {
            AssetKind.Instance => ("ec2", $"instance/{Id}"),
            AssetKind.Volume => ("ec2", $"volume/{Id}"),
            AssetKind.DbInstance => ("rds", $"db:{Id}"),
            AssetKind.DbCluster => ("rds", $"cluster:{Id}"),
            _ => ("lambda", $"function:{Id}"),
        };
        return $"arn:{AwsPartition.Of(Region).Name}:{service}:{Region}:{Account}:{path}";
    }
}
