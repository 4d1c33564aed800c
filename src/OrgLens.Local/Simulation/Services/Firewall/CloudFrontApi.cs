using System.Text.Json.Nodes;
using OrgLens.Local.Simulation.Api;
using OrgLens.Local.Simulation.Api.Protocols;

namespace OrgLens.Local.Simulation.Services.Firewall;

/// <summary>Amazon CloudFront: which distribution a web ACL protects, which only CloudFront knows.</summary>
internal static class CloudFrontApi
{
    public static ApiService Service { get; } = new("cloudfront", ApiProtocol.RestXml,
    [
        ApiOperation.Single("ListDistributionsByWebACLId", ["Marker", "MaxItems", "WebACLId"], Distributions, "GET /2020-05-31/distributionsByWebACLId/{WebACLId}") with { Root = "DistributionList" },
    ])
    {
        Namespace = "http://cloudfront.amazonaws.com/doc/2020-05-31/",
        BadInput = "InvalidArgument",
        ThrottledCode = "Throttling",
        ItemNames = new Dictionary<string, string> { ["DistributionList.Items"] = "DistributionSummary", ["Origins.Items"] = "Origin", ["Aliases.Items"] = "CNAME" },
    };

    private static JsonObject Distributions(ApiCall call)
    {
        var acl = Estate.Firewall.WebAcls(call.Home).FirstOrDefault(acl => acl.IsGlobal && acl.Arn == call.Required("WebACLId"));
        return new JsonObject
        {
            ["Marker"] = "",
            ["MaxItems"] = 100,
            ["IsTruncated"] = false,
            ["Quantity"] = acl is null ? 0 : 1,
            ["Items"] = acl is null ? null : Wire.List([Describe(call, acl.Arn)]),
        };
    }

    private static JsonObject Describe(ApiCall call, string acl)
    {
        var draw = call.Account.Stream.Child("distribution");
        var id = "E" + draw.Hex(13).ToUpperInvariant();
        var host = $"www.{call.Account.Name}.example.com";
        return new JsonObject
        {
            ["Id"] = id,
            ["ARN"] = $"arn:aws:cloudfront::{call.Account.Id}:distribution/{id}",
            ["Status"] = "Deployed",
            ["LastModifiedTime"] = Wire.Iso(call.World.Plan.Start.AddDays(-75).Midnight()),
            ["DomainName"] = $"d{draw.Hex(13)}.cloudfront.net",
            ["Aliases"] = new JsonObject { ["Quantity"] = 1, ["Items"] = Wire.Texts(host) },
            ["Origins"] = new JsonObject { ["Quantity"] = 1, ["Items"] = Wire.List([new JsonObject { ["Id"] = "site", ["DomainName"] = "origin." + host }]) },
            ["DefaultCacheBehavior"] = new JsonObject { ["TargetOriginId"] = "site", ["ViewerProtocolPolicy"] = "redirect-to-https" },
            ["CacheBehaviors"] = None(),
            ["CustomErrorResponses"] = None(),
            ["Comment"] = "",
            ["PriceClass"] = "PriceClass_100",
            ["Enabled"] = true,
            ["ViewerCertificate"] = new JsonObject { ["CloudFrontDefaultCertificate"] = true },
            ["Restrictions"] = new JsonObject { ["GeoRestriction"] = new JsonObject { ["RestrictionType"] = "none", ["Quantity"] = 0 } },
            ["WebACLId"] = acl,
            ["HttpVersion"] = "http2and3",
            ["IsIPV6Enabled"] = true,
            ["Staging"] = false,
        };
    }

    private static JsonObject None() => new() { ["Quantity"] = 0 };
}
