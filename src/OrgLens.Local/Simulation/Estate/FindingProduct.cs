namespace OrgLens.Local.Simulation.Estate;

/// <summary>A product that sends findings to Security Hub, and its percentage of them.</summary>
internal sealed record FindingProduct(string Name, string Company, string Slug, int Percent)
{
    /// <summary>Most findings first; the first takes what rounding leaves.</summary>
    public static IReadOnlyList<FindingProduct> All { get; } =
    [
        new("Security Hub", "AWS", "securityhub", 52),
        new("Inspector", "AWS", "inspector", 30),
        new("GuardDuty", "AWS", "guardduty", 10),
        new("IAM Access Analyzer", "AWS", "access-analyzer", 5),
        new("Default", "Personal", "default", 3),
    ];

    public int ShareOf(int total) => this == All[0]
        ? total - All.Skip(1).Sum(product => product.ShareOf(total))
        : Math.Max(1, total * Percent / 100);

    public string Arn(RegionEstate estate) => Company == "AWS"
        ? $"arn:aws:securityhub:{estate.Region}::product/aws/{Slug}"
        : $"arn:aws:securityhub:{estate.Region}:{estate.Account.Id}:product/{estate.Account.Id}/{Slug}";
}
