namespace OrgLens.Local.Simulation.Estate;

internal sealed record WebAcl(string Name, string Id, string Arn, bool IsGlobal, bool Blocks, bool IsLogged, IReadOnlyList<string> Countries, string? IpSet, string? LoadBalancer, IReadOnlyList<WebAclRule> Rules)
{
    public long Capacity => Rules.Count * 25L;

    public string Description(SimulatedAccount account) => IsGlobal ? "" : $"{Name} ({account.Environment.ToLowerInvariant()})";
}

internal sealed record WebAclRule(string Name, string Action, string Statement)
{
    public bool IsSampled => Action != "Allow";

    public bool IsManaged => Statement == "ManagedRuleGroupStatement";
}

/// <summary>Web ACLs of a Region, and those of CloudFront, which every Region's document repeats.</summary>
internal static class Firewall
{
    private static readonly WebAclRule[] Public =
    [
        new("AWS-AWSManagedRulesCommonRuleSet", "None", "ManagedRuleGroupStatement"),
        new("AWS-AWSManagedRulesSQLiRuleSet", "None", "ManagedRuleGroupStatement"),
        new("rate-limit-2000", "Block", "RateBasedStatement"),
        new("geo-block", "Block", "GeoMatchStatement"),
        new("block-listed", "Block", "IPSetReferenceStatement"),
        new("admin-from-office-only", "Count", "AndStatement"),
    ];

    private static readonly WebAclRule[] Internal =
    [
        new("AWS-AWSManagedRulesCommonRuleSet", "None", "ManagedRuleGroupStatement"),
        new("xss-body", "Block", "XssMatchStatement"),
        new("allow-home-markets", "Allow", "GeoMatchStatement"),
    ];

    public static IEnumerable<WebAcl> WebAcls(RegionEstate estate)
    {
        for (var index = 0; index < estate.Census.WebAcls; index++)
        {
            var draw = estate.Stream.Child("web-acl").Child(index);
            var isPublic = index % 2 == 0;
            var name = estate.Account.Slug + (isPublic ? "-acl" : "-internal-acl");
            var id = draw.Uuid();
            yield return new WebAcl(
                name,
                id,
                estate.Arn("wafv2", $"regional/webacl/{name}/{id}"),
                IsGlobal: false,
                Blocks: !isPublic,
                IsLogged: isPublic,
                isPublic ? ["KP", "IR"] : ["SG", "MY", "ID"],
                isPublic ? estate.Arn("wafv2", $"regional/ipset/{name}-blocked/{draw.Uuid()}") : null,
                isPublic ? estate.Arn("elasticloadbalancing", $"loadbalancer/app/{estate.Account.Slug}-web/{draw.Hex(16)}") : null,
                isPublic ? Public : Internal);
        }

        if (estate.Account.IsProduction && !estate.Census.IsSteady)
        {
            var draw = estate.Account.Stream.Child("cdn-acl");
            var id = draw.Uuid();
            yield return new WebAcl("cdn-acl", id, $"arn:aws:wafv2:us-east-1:{estate.Account.Id}:global/webacl/cdn-acl/{id}", IsGlobal: true, Blocks: false, IsLogged: true, [], null, null, [Public[0], Public[2]]);
        }
    }
}
