namespace OrgLens.Audit.Assets;

/// <summary>A kind of resource that is tracked.</summary>
public enum AssetKind
{
    /// <summary>EC2 instance.</summary>
    Instance,

    /// <summary>EBS volume.</summary>
    Volume,

    /// <summary>Database instance of RDS.</summary>
    DbInstance,

    /// <summary>Database cluster of RDS.</summary>
    DbCluster,

    /// <summary>Lambda function.</summary>
    Function,
}
