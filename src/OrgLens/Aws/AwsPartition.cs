namespace OrgLens.Aws;

/// <summary>A group of Regions with its own accounts and its own home of global services.</summary>
/// <param name="Name">First part of its ARNs after <c>arn:</c>.</param>
/// <param name="HomeRegion">The Region that stands for the whole partition: global services sign for it.</param>
/// <remarks>https://docs.aws.amazon.com/general/latest/gr/rande.html</remarks>
public sealed record AwsPartition(string Name, string HomeRegion)
{
    /// <summary>The commercial Regions.</summary>
    public static AwsPartition Commercial { get; } = new("aws", "us-east-1");

    /// <summary>The Regions in China.</summary>
    public static AwsPartition China { get; } = new("aws-cn", "cn-northwest-1");

    /// <summary>The Regions of the United States' government.</summary>
    public static AwsPartition Government { get; } = new("aws-us-gov", "us-gov-west-1");

    /// <summary>The European Sovereign Cloud.</summary>
    public static AwsPartition EuropeanSovereign { get; } = new("aws-eusc", "eusc-de-east-1");

    /// <summary>Ends the names of its hosts.</summary>
    public string DnsSuffix => this == China ? "amazonaws.com.cn" : this == EuropeanSovereign ? "amazonaws.eu" : "amazonaws.com";

    // Enabled in every account; all Regions opened since 2019 are opted into.
    private static readonly string[] AlwaysEnabled =
    [
        "us-east-1", "us-east-2", "us-west-1", "us-west-2", "ap-south-1", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-southeast-1",
        "ap-southeast-2", "ca-central-1", "eu-central-1", "eu-west-1", "eu-west-2", "eu-west-3", "eu-north-1", "sa-east-1",
    ];

    /// <summary>The partition of a Region.</summary>
    public static AwsPartition Of(string region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return region.StartsWith("cn-", StringComparison.Ordinal) ? China
            : region.StartsWith("us-gov-", StringComparison.Ordinal) ? Government
            : region.StartsWith("eusc-", StringComparison.Ordinal) ? EuropeanSovereign
            : Commercial;
    }

    /// <summary>Whether an account has the Region only after opting into it.</summary>
    public static bool IsOptIn(string region) => Of(region) == Commercial && !AlwaysEnabled.Contains(region, StringComparer.Ordinal);
}
