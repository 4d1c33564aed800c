using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Documents;

/// <summary>The arrays <c>waf</c> and <c>waf_rules</c> of the <c>security</c> section.</summary>
internal static class FirewallSections
{
    // The reference finds these statement kinds compliant.
    private static readonly string[] Compliant = ["RateBasedStatement", "SqliMatchStatement", "XssMatchStatement", "GeoMatchStatement", "IPSetReferenceStatement", "RuleGroupReferenceStatement"];

    public static void WriteAcls(PythonJsonWriter json, SnapshotScope scope)
    {
        json.StartArray("waf");
        foreach (var acl in Firewall.WebAcls(scope.Estate))
        {
            json.StartRow();
            json.Field("name", acl.Name);
            json.Field("id", acl.Id);
            json.Field("arn", acl.Arn);
            json.Field("scope", acl.IsGlobal ? "CLOUDFRONT" : "REGIONAL");
            json.Field("description", acl.Description(scope.Account));
            json.EmptyMember("default_action", acl.Blocks ? "Block" : "Allow");
            json.Field("rules_count", acl.Rules.Count);
            json.Field("capacity", acl.Capacity);
            json.Field("managed_rules_count", acl.Rules.Count(rule => rule.IsManaged));
            json.Field("custom_rules_count", acl.Rules.Count(rule => !rule.IsManaged && rule.Statement != "RateBasedStatement"));
            json.Field("rate_limit_rules_count", acl.Rules.Count(rule => rule.Statement == "RateBasedStatement"));
            json.Texts("associated_resources", acl.LoadBalancer is { } balancer ? [balancer] : []);
            json.Field("associated_resources_count", acl.LoadBalancer is null ? 0L : 1L);
            // The reference can't read logging of the CLOUDFRONT scope.
            var showsLogging = acl.IsLogged && !acl.IsGlobal;
            json.Field("logging_enabled", showsLogging);
            json.Texts("log_destinations", showsLogging ? [scope.Estate.Arn("logs", "log-group:aws-waf-logs-" + acl.Name)] : []);
            json.Field("geo_blocking_enabled", acl.Countries.Count > 0);
            json.Texts("blocked_countries", acl.Countries);
            json.Texts("ip_sets", acl.IpSet is { } set ? [set] : []);
            json.Null("created_date");
            json.Null("last_modified");
            json.EmptyArray("tags");
            json.Field("sampled_requests_enabled", true);
            json.Field("cloudwatch_metrics_enabled", true);
            json.EndObject();
        }

        json.EndArray();
    }

    public static void WriteRules(PythonJsonWriter json, SnapshotScope scope)
    {
        json.StartArray("waf_rules");
        foreach (var acl in Firewall.WebAcls(scope.Estate))
        {
            for (var priority = 0; priority < acl.Rules.Count; priority++)
            {
                Write(json, acl, acl.Rules[priority], priority);
            }
        }

        json.EndArray();
    }

    private static void Write(PythonJsonWriter json, WebAcl acl, WebAclRule rule, int priority)
    {
        json.StartRow();
        json.Field("web_acl_name", acl.Name);
        json.Field("rule_name", rule.Name);
        json.Field("priority", priority);
        json.EmptyMember("action", rule.Action);
        json.Field("statement_type", rule.Statement);
        json.Field("is_managed_rule", rule.IsManaged);
        json.Field("is_custom_rule", !rule.IsManaged);
        json.Field("rate_limit", rule.Statement == "RateBasedStatement");
        json.Field("logging_enabled", acl.IsLogged);
        json.Field("geo_blocking", rule.Statement is "GeoMatchStatement" or "AndStatement");
        json.Field("sql_injection", rule.Name.Contains("SQLi", StringComparison.Ordinal));
        json.Field("sample_request_enabled", rule.IsSampled);
        json.Field("cloudwatch_enabled", true);
        json.Field("has_xss_protection", rule.Statement == "XssMatchStatement");
        json.Field("waf_version", "v2");
        json.Field("is_compliant", rule.IsManaged || Compliant.Contains(rule.Statement));
        json.Field("scope", acl.IsGlobal ? "CLOUDFRONT" : "REGIONAL");
        json.EndObject();
    }
}
