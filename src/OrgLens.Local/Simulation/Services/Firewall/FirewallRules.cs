using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services.Firewall;

/// <summary>Rules of a web ACL.</summary>
internal static class FirewallRules
{
    private const string Vendor = "AWS";

    public static JsonObject Describe(WebAcl acl, WebAclRule rule, int priority)
    {
        var action = new JsonObject { [rule.Action] = new JsonObject() };
        return new JsonObject
        {
            ["Name"] = rule.Name,
            ["Priority"] = priority,
            ["Statement"] = new JsonObject { [rule.Statement] = Statement(acl, rule) },
            // What a managed group does is its own business; it can only be overridden.
            ["Action"] = rule.IsManaged ? null : action,
            ["OverrideAction"] = rule.IsManaged ? action : null,
            ["VisibilityConfig"] = Visibility(rule.Name, rule.IsSampled),
        };
    }

    public static JsonObject Visibility(string name, bool isSampled) => new() { ["SampledRequestsEnabled"] = isSampled, ["CloudWatchMetricsEnabled"] = true, ["MetricName"] = name };

    private static JsonObject Statement(WebAcl acl, WebAclRule rule) => rule.Statement switch
    {
        "ManagedRuleGroupStatement" => new JsonObject { ["VendorName"] = Vendor, ["Name"] = rule.Name[(Vendor.Length + 1)..] },
        "RateBasedStatement" => new JsonObject { ["Limit"] = 2000, ["EvaluationWindowSec"] = 300, ["AggregateKeyType"] = "IP" },
        "GeoMatchStatement" => new JsonObject { ["CountryCodes"] = Wire.Texts(acl.Countries) },
        "IPSetReferenceStatement" => new JsonObject { ["ARN"] = acl.IpSet },
        "XssMatchStatement" => new JsonObject { ["FieldToMatch"] = new JsonObject { ["Body"] = new JsonObject() }, ["TextTransformations"] = Untransformed() },
        _ => new JsonObject
        {
            ["Statements"] = Wire.List(
            [
                new JsonObject
                {
                    ["ByteMatchStatement"] = new JsonObject
                    {
                        ["SearchString"] = Convert.ToBase64String("/admin"u8),
                        ["FieldToMatch"] = new JsonObject { ["UriPath"] = new JsonObject() },
                        ["TextTransformations"] = Untransformed(),
                        ["PositionalConstraint"] = "STARTS_WITH",
                    },
                },
                new JsonObject { ["NotStatement"] = new JsonObject { ["Statement"] = new JsonObject { ["GeoMatchStatement"] = new JsonObject { ["CountryCodes"] = Wire.Texts("SG", "IE") } } } },
            ]),
        },
    };

    private static JsonArray Untransformed() => Wire.List([new JsonObject { ["Priority"] = 0, ["Type"] = "NONE" }]);
}
