using OrgLens.Aws;
using OrgLens.Sender.Collectors.Security;

namespace OrgLens.Tests.Sender.Collectors;

public sealed class WebAclRuleTests
{
    private const string Geo = """{"GeoMatchStatement":{"CountryCodes":["KP","IR"]}}""";

    private const string Sqli = """{"SqliMatchStatement":{"FieldToMatch":{"Body":{}}}}""";

    [Theory]
    [InlineData("Block", Geo, true, "KP,IR")]
    [InlineData("Allow", Geo, false, "")]
    [InlineData("Count", Geo, false, "")]
    [InlineData("Block", $$"""{"OrStatement":{"Statements":[{{Geo}},{{Sqli}}]} }""", true, "KP,IR")]
    [InlineData("Block", $$"""{"AndStatement":{"Statements":[{{Geo}},{{Sqli}}]} }""", true, "")]
    [InlineData("Block", $$"""{"NotStatement":{"Statement":{{Geo}} } }""", true, "")]
    [InlineData("Block", $$"""{"RateBasedStatement":{"Limit":100,"AggregateKeyType":"IP","ScopeDownStatement":{{Geo}} } }""", true, "")]
    [InlineData("Block", Sqli, false, "")]
    public void Countries_are_blocked_only_where_the_rule_blocks_and_for_that_alone(string action, string statement, bool blocks, string countries)
    {
        var rule = Rule($$"""{"Action":{"{{action}}":{} },"Statement":{{statement}} }""");
        Assert.Equal((blocks, countries), (rule.BlocksByCountry, string.Join(',', rule.BlockedCountries)));
    }

    [Theory]
    [InlineData("""{"ManagedRuleGroupStatement":{"VendorName":"AWS","Name":"AWSManagedRulesSQLiRuleSet"}}""", true, true, false)]
    [InlineData("""{"ManagedRuleGroupStatement":{"VendorName":"Elsewhere","Name":"XSS"}}""", false, false, true)]
    [InlineData($$"""{"NotStatement":{"Statement":{"AndStatement":{"Statements":[{{Sqli}}]} } } }""", false, true, false)]
    [InlineData("""{"XssMatchStatement":{}}""", true, false, true)]
    [InlineData("""{"ByteMatchStatement":{}}""", false, false, false)]
    [InlineData("{}", false, false, false)]
    public void Protections_are_seen_at_any_depth(string statement, bool isProtection, bool sql, bool script)
    {
        var rule = Rule($$"""{"Statement":{{statement}} }""");
        Assert.Equal((isProtection, sql, script), (rule.IsProtection, rule.StopsSqlInjection, rule.StopsCrossSiteScripting));
    }

    [Fact]
    public void Rules_of_Firewall_Manager_are_rules()
    {
        var acl = Read(
            """
            {"PreProcessFirewallManagerRuleGroups":[{"Name":"first","FirewallManagerStatement":{"ManagedRuleGroupStatement":{"VendorName":"AWS","Name":"n"}}}],
             "Rules":[{"Statement":{"IPSetReferenceStatement":{"ARN":"a"}}}],
             "PostProcessFirewallManagerRuleGroups":[{"Name":"last","FirewallManagerStatement":{"RuleGroupReferenceStatement":{"ARN":"b"}}}]}
            """);
        Assert.Equal(["ManagedRuleGroupStatement", "IPSetReferenceStatement", "RuleGroupReferenceStatement"], WebAclRule.Of(acl).Select(rule => rule.Kind));
        Assert.Equal(["a"], WebAclRule.Of(acl).SelectMany(rule => rule.IpSets));
    }

    private static WebAclRule Rule(string rule) => Assert.Single(WebAclRule.Of(Read($$"""{"Rules":[{{rule}}]}""")));

    private static AwsValue Read(string json) => CannedCalls.Read(AwsServices.WafV2.Operation("GetWebACL"), json);
}
