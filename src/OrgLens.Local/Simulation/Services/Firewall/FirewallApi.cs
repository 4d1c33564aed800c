using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Api.Protocols;
using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Services.Firewall;

/// <summary>AWS WAF: web ACLs of a Region, and in us-east-1 those of CloudFront.</summary>
internal static class FirewallApi
{
    public static ApiService Service { get; } = new("wafv2", ApiProtocol.Json11,
    [
        ApiOperation.Paged("ListWebACLs", ["Scope", "NextMarker", "Limit"], new ApiPaging("WebACLs") { TokenIn = "NextMarker", TokenOut = "NextMarker", Limit = "Limit" }, Acls),
        ApiOperation.Single("GetWebACL", ["Name", "Scope", "Id", "ARN"], Acl),
        ApiOperation.Single("ListResourcesForWebACL", ["WebACLArn", "ResourceType"], Resources),
        ApiOperation.Single("GetLoggingConfiguration", ["ResourceArn", "LogType", "LogScope"], Logging),
        ApiOperation.Single("ListTagsForResource", ["NextMarker", "Limit", "ResourceARN"], Tags),
    ])
    {
        TargetPrefix = "AWSWAF_20190729",
        BadInput = "WAFInvalidParameterException",
    };

    private static IEnumerable<JsonNode?> Acls(ApiCall call)
    {
        var isGlobal = IsGlobal(call, call.Required("Scope"));
        return All(call).Where(acl => acl.IsGlobal == isGlobal).Select(acl => new JsonObject
        {
            ["Name"] = acl.Name,
            ["Id"] = acl.Id,
            ["Description"] = Description(call, acl),
            ["LockToken"] = LockToken(call, acl),
            ["ARN"] = acl.Arn,
        });
    }

    private static JsonObject Acl(ApiCall call)
    {
        var (arn, name, id, scope) = (call.Input.Text("ARN"), call.Input.Text("Name"), call.Input.Text("Id"), call.Input.Text("Scope"));
        var acl = All(call).FirstOrDefault(acl => arn is not null ? acl.Arn == arn : acl.Name == name && acl.Id == id && acl.IsGlobal == IsGlobal(call, scope)) ?? throw Missing();
        return new JsonObject
        {
            ["WebACL"] = new JsonObject
            {
                ["Name"] = acl.Name,
                ["Id"] = acl.Id,
                ["ARN"] = acl.Arn,
                ["DefaultAction"] = new JsonObject { [acl.Blocks ? "Block" : "Allow"] = new JsonObject() },
                ["Description"] = Description(call, acl),
                ["Rules"] = Wire.List(acl.Rules.Select((rule, priority) => FirewallRules.Describe(acl, rule, priority))),
                ["VisibilityConfig"] = FirewallRules.Visibility(acl.Name, isSampled: true),
                ["Capacity"] = acl.Capacity,
                ["ManagedByFirewallManager"] = false,
            },
            ["LockToken"] = LockToken(call, acl),
        };
    }

    private static JsonObject Resources(ApiCall call)
    {
        var acl = Find(call, call.Required("WebACLArn"));
        if (acl.IsGlobal)
        {
            throw call.BadInput("Error reason: The ARN isn't valid. A valid ARN begins with arn: and includes other information separated by colons or slashes., field: RESOURCE_ARN, parameter: " + acl.Arn);
        }

        var type = call.Input.Text("ResourceType") ?? "APPLICATION_LOAD_BALANCER";
        return new JsonObject { ["ResourceArns"] = acl.LoadBalancer is { } balancer && type == "APPLICATION_LOAD_BALANCER" ? Wire.Texts(balancer) : new JsonArray() };
    }

    private static JsonObject Logging(ApiCall call)
    {
        var acl = Find(call, call.Required("ResourceArn"));
        return acl.IsLogged
            ? new JsonObject
            {
                ["LoggingConfiguration"] = new JsonObject
                {
                    ["ResourceArn"] = acl.Arn,
                    ["LogDestinationConfigs"] = Wire.Texts($"arn:aws:logs:{call.Region}:{call.Account.Id}:log-group:aws-waf-logs-{acl.Name}"),
                    ["ManagedByFirewallManager"] = false,
                    ["LogType"] = "WAF_LOGS",
                    ["LogScope"] = "CUSTOMER",
                },
            }
            : throw Missing();
    }

    private static JsonObject Tags(ApiCall call)
    {
        var acl = Find(call, call.Required("ResourceARN"));
        return new JsonObject { ["TagInfoForResource"] = new JsonObject { ["ResourceARN"] = acl.Arn, ["TagList"] = Wire.Tags(call.Home.Tags(acl.Name)) } };
    }

    private static IEnumerable<WebAcl> All(ApiCall call)
    {
        var regional = call.Estate is { } estate ? Estate.Firewall.WebAcls(estate).Where(acl => !acl.IsGlobal) : [];
        var global = call.Region == "us-east-1" ? Estate.Firewall.WebAcls(call.Home).Where(acl => acl.IsGlobal) : [];
        return regional.Concat(global);
    }

    private static WebAcl Find(ApiCall call, string arn) => All(call).FirstOrDefault(acl => acl.Arn == arn) ?? throw Missing();

    private static bool IsGlobal(ApiCall call, string? scope) => (scope, call.Region) switch
    {
        ("REGIONAL", _) => false,
        ("CLOUDFRONT", "us-east-1") => true,
        _ => throw call.BadInput($"Error reason: The scope is not valid., field: SCOPE_VALUE, parameter: {scope}"),
    };

    private static string? Description(ApiCall call, WebAcl acl) => acl.Description(call.Account) is { Length: > 0 } text ? text : null;

    private static string LockToken(ApiCall call, WebAcl acl) => call.Account.Stream.Child("lock").Child(acl.Id).Uuid();

    private static ApiException Missing() => new("WAFNonexistentItemException", "AWS WAF couldn\u2019t perform the operation because your resource doesn\u2019t exist.");
}
