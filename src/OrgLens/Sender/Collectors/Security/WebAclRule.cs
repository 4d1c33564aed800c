using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Security;

/// <summary>What a rule of a web ACL looks for, and what it does then.</summary>
/// <remarks>https://docs.aws.amazon.com/waf/latest/APIReference/API_Statement.html</remarks>
internal sealed class WebAclRule
{
    // The reference's idea of a rule that counts as protection.
    private static readonly string[] Protections =
    [
        "RateBasedStatement", "SqliMatchStatement", "XssMatchStatement", "GeoMatchStatement", "IPSetReferenceStatement", "RuleGroupReferenceStatement",
    ];

    private readonly AwsValue _rule;
    private readonly AwsValue _statement;
    private readonly IReadOnlyList<AwsValue> _statements;

    private WebAclRule(AwsValue rule)
    {
        _rule = rule;
        var member = rule.Child("Statement").IsMissing ? "FirewallManagerStatement" : "Statement";
        _statement = rule.Child(member);
        _statements = [.. Tree(_statement)];
        Kind = rule.Map(member).Select(entry => entry.Key).FirstOrDefault() ?? "Unknown";
    }

    /// <summary>Kind of the outermost statement.</summary>
    public string Kind { get; }

    public bool IsManaged => Kind == "ManagedRuleGroupStatement";

    public bool IsRateBased => Kind == "RateBasedStatement";

    public bool IsSampled => _rule.Flag("VisibilityConfig.SampledRequestsEnabled") is true;

    public bool HasMetrics => _rule.Flag("VisibilityConfig.CloudWatchMetricsEnabled") is true;

    public bool IsProtection => IsManaged ? _statement.Text($"{Kind}.VendorName") is "AWS" or "Amazon" : Protections.Contains(Kind, StringComparer.Ordinal);

    public bool StopsSqlInjection => Has("SqliMatchStatement") || IsGroupOf("SQLi");

    public bool StopsCrossSiteScripting => Has("XssMatchStatement") || IsGroupOf("XSS");

    /// <summary>Whether it blocks requests and where they come from is a part of the reason.</summary>
    public bool BlocksByCountry => IsBlocking && Has("GeoMatchStatement");

    /// <summary>Countries all of whose requests it blocks: where they come from is the whole reason, not one of several conditions or its reverse.</summary>
    public IEnumerable<string> BlockedCountries => IsBlocking ? Alternatives(_statement).SelectMany(statement => statement.Texts("GeoMatchStatement.CountryCodes")) : [];

    /// <summary>ARNs of the IP sets that it looks into.</summary>
    public IEnumerable<string> IpSets => _statements.Select(statement => statement.Text("IPSetReferenceStatement.ARN")).OfType<string>();

    private bool IsBlocking => !_rule.Child("Action.Block").IsMissing;

    /// <summary>All rules of a web ACL, those that Firewall Manager puts before and after its own included.</summary>
    public static IReadOnlyList<WebAclRule> Of(AwsValue acl) => [.. ValuesOf(acl).Select(rule => new WebAclRule(rule))];

    /// <summary>The rules as they came.</summary>
    public static IReadOnlyList<AwsValue> ValuesOf(AwsValue acl) =>
        [.. acl.List("PreProcessFirewallManagerRuleGroups"), .. acl.List("Rules"), .. acl.List("PostProcessFirewallManagerRuleGroups")];

    /// <summary>Writes it as a row.</summary>
    public static void Write(RowWriter row, AwsValue value, string? acl, string scope, bool? isLogging)
    {
        var rule = new WebAclRule(value);
        row.Text("web_acl_name", acl);
        row.Text("rule_name", value.Text("Name"));
        row.Number("priority", value.WholeNumber("Priority"));
        rule.WriteAction(row);
        row.Text("statement_type", rule.Kind);
        row.Flag("is_managed_rule", rule.IsManaged);
        row.Flag("is_custom_rule", !rule.IsManaged);
        row.Flag("rate_limit", rule.IsRateBased);
        row.Flag("logging_enabled", isLogging);
        row.Flag("geo_blocking", rule.BlocksByCountry);
        row.Flag("sql_injection", rule.StopsSqlInjection);
        row.Flag("sample_request_enabled", rule.IsSampled);
        row.Flag("cloudwatch_enabled", rule.HasMetrics);
        row.Flag("has_xss_protection", rule.StopsCrossSiteScripting);
        row.Text("waf_version", "v2");
        row.Flag("is_compliant", rule.IsProtection);
        row.Text("scope", scope);
    }

    private static IEnumerable<AwsValue> Tree(AwsValue statement) => statement.IsMissing ? [] : Inner(statement).SelectMany(Tree).Prepend(statement);

    private static IEnumerable<AwsValue> Inner(AwsValue statement) =>
    [
        .. statement.List("AndStatement.Statements"),
        .. statement.List("OrStatement.Statements"),
        statement.Child("NotStatement.Statement"),
        statement.Child("RateBasedStatement.ScopeDownStatement"),
        statement.Child("ManagedRuleGroupStatement.ScopeDownStatement"),
    ];

    private static IEnumerable<AwsValue> Alternatives(AwsValue statement) => statement.List("OrStatement.Statements").SelectMany(Alternatives).Prepend(statement);

    private bool Has(string kind) => _statements.Any(statement => !statement.Child(kind).IsMissing);

    private bool IsGroupOf(string word) => IsManaged && _statement.Text($"{Kind}.Name")?.Contains(word, StringComparison.Ordinal) is true;

    private void WriteAction(RowWriter row)
    {
        var action = _rule.Child("Action").IsMissing ? _rule.Child("OverrideAction") : _rule.Child("Action");
        if (action.IsMissing)
        {
            row.Nested("action", none => none.Nested("None", _ => { }));
        }
        else
        {
            row.Value("action", action);
        }
    }
}
