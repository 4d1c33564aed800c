using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Sender.Collectors.Security;

/// <summary>
/// Web ACLs of WAF and their rules: regional ones in each Region, those for CloudFront once. Each is fetched once for both sections; what
/// it protects, its logging and its tags are asked for separately, and what could not be had is null.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/waf/latest/APIReference/API_GetWebACL.html</remarks>
internal static class WebAcls
{
    private const string Rules = "security.waf_rules";

    private const string Nonexistent = "WAFNonexistentItemException";

    private const string Invalid = "WAFInvalidParameterException";

    private static readonly AwsPaging Marker = new("NextMarker", "NextMarker", "Limit", 100);

    private static readonly AwsOperation ListWebAcls = AwsServices.WafV2.Operation("ListWebACLs") with { Paging = Marker };

    private static readonly AwsOperation GetWebAcl = AwsServices.WafV2.Operation("GetWebACL");

    private static readonly AwsOperation GetLoggingConfiguration = AwsServices.WafV2.Operation("GetLoggingConfiguration");

    private static readonly AwsOperation ListTagsForResource = AwsServices.WafV2.Operation("ListTagsForResource") with { Paging = Marker };

    // WAF asks some of the services for their resources in the caller's name.
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_awswafv2.html
    private static readonly AwsOperation ListResourcesForWebAcl = AwsServices.WafV2.Operation("ListResourcesForWebACL") with
    {
        IamActions =
        [
            "wafv2:ListResourcesForWebACL", "amplify:ListResourcesForWebACL", "apprunner:ListAssociatedServicesForWebAcl", "appsync:ListResourcesForWebACL",
            "cognito-idp:ListResourcesForWebACL", "ec2:DescribeVerifiedAccessInstanceWebAclAssociations", "elasticloadbalancing:DescribeWebACLAssociation",
        ],
    };

    private static readonly AwsOperation ListDistributions =
        AwsServices.CloudFront.Get("ListDistributionsByWebACLId", "/2020-05-31/distributionsByWebACLId/{WebACLId}", "Marker", "MaxItems") with
        {
            Paging = new AwsPaging("Marker", "NextMarker", "MaxItems", 100) { More = "IsTruncated" },
        };

    private static readonly string[] RegionalTypes =
        ["APPLICATION_LOAD_BALANCER", "API_GATEWAY", "APPSYNC", "COGNITO_USER_POOL", "APP_RUNNER_SERVICE", "VERIFIED_ACCESS_INSTANCE"];

    // Amplify's applications are behind CloudFront, and so are their web ACLs. CloudFront is asked for its distributions itself.
    private static readonly string[] GlobalTypes = ["AMPLIFY"];

    public static readonly Collector Collector = new("security.waf")
    {
        Scope = CollectorScope.EveryRegionAndGlobal,
        Others = [new CollectorOutput(Rules, Rules)],
        Operations = [ListWebAcls, GetWebAcl, GetLoggingConfiguration, ListTagsForResource, ListResourcesForWebAcl, ListDistributions],
        // The list is asked for a scope and nothing else: it is invalid in partitions without CloudFront.
        IsNotEnabled = failure => failure.Operation == ListWebAcls && failure.Code == Invalid,
        CollectAsync = CollectAsync,
    };

    private static async Task CollectAsync(CollectorRun run, CancellationToken cancellationToken)
    {
        var scope = run.IsGlobal ? "CLOUDFRONT" : "REGIONAL";
        var acls = run.ItemsAsync(ListWebAcls, "WebACLs", new JsonObject { ["Scope"] = scope }, cancellationToken);
        await foreach (var acl in run.SelectAsync(acls, (summary, ct) => DescribeAsync(run, summary, scope, ct), cancellationToken))
        {
            // One that was deleted after it was listed is none.
            if (acl.Details is { IsMissing: true })
            {
                continue;
            }

            run.Write(acl.Write);
            WriteRules(run.Output(Rules), acl);
        }
    }

    private static void WriteRules(OutputRun rules, WebAcl acl)
    {
        try
        {
            foreach (var rule in WebAclRule.ValuesOf(acl.Content))
            {
                rules.Write(row => WebAclRule.Write(row, rule, acl.Summary.Text("Name"), acl.Scope, acl.IsLogging));
            }
        }
        catch (AwsAnswerException failure)
        {
            rules.Incomplete(CoverageStatus.Failed, failure.Message);
        }
    }

    private static async Task<WebAcl> DescribeAsync(CollectorRun run, AwsValue summary, string scope, CancellationToken cancellationToken)
    {
        var arn = summary.Text("ARN");
        if (summary.Text("Name") is null || summary.Text("Id") is null)
        {
            // Nothing to ask for: it is there, and no more is known.
            run.Missing(ListWebAcls, "Name");
            run.Output(Rules).Missing(ListWebAcls, "Name");
            return new WebAcl(summary, scope) { Resources = [null] };
        }

        var identity = new JsonObject { ["Name"] = summary.Text("Name"), ["Scope"] = scope, ["Id"] = summary.Text("Id") };
        var details = AskAsync(run, GetWebAcl, identity, cancellationToken);
        var logging = AskAsync(run, GetLoggingConfiguration, new JsonObject { ["ResourceArn"] = arn }, cancellationToken);
        var tags = TryListAsync(run, ListTagsForResource, "TagInfoForResource.TagList", new JsonObject { ["ResourceARN"] = arn }, cancellationToken);
        var resources = (run.IsGlobal ? GlobalTypes : RegionalTypes)
            .Select(type => TryListAsync(
                run, ListResourcesForWebAcl, "ResourceArns", new JsonObject { ["WebACLArn"] = arn, ["ResourceType"] = type }, cancellationToken))
            .ToList();
        var distributions = run.IsGlobal
            ? TryListAsync(run, ListDistributions, "Items", new JsonObject { ["WebACLId"] = arn }, cancellationToken)
            : Task.FromResult<IReadOnlyList<AwsValue>?>([]);
        await Task.WhenAll([details, logging, tags, distributions, .. resources]);
        return new WebAcl(summary, scope)
        {
            Details = await details,
            Logging = await logging,
            Tags = await tags,
            Resources = await Task.WhenAll(resources),
            Distributions = await distributions,
        };
    }

    /// <summary>Asks for what both sections tell.</summary>
    /// <returns>Null: not known. A missing value: there is none.</returns>
    private static async Task<AwsValue?> AskAsync(CollectorRun run, AwsOperation operation, JsonObject input, CancellationToken cancellationToken)
    {
        try
        {
            return await run.CallAsync(operation, input, cancellationToken);
        }
        catch (AwsCallException failure) when (failure.Code == Nonexistent)
        {
            return default(AwsValue);
        }
        catch (AwsCallException failure)
        {
            run.Incomplete(failure);
            run.Output(Rules).Incomplete(failure);
            return null;
        }
    }

    private static async Task<IReadOnlyList<AwsValue>?> TryListAsync(
        CollectorRun run, AwsOperation operation, string path, JsonObject input, CancellationToken cancellationToken)
    {
        try
        {
            return await run.ItemsAsync(operation, path, input, cancellationToken).ToListAsync(cancellationToken);
        }
        catch (AwsCallException failure) when (failure.Code == Nonexistent || (failure.Code == Invalid && operation == ListResourcesForWebAcl))
        {
            // The web ACL is gone, or the Region does not have this type of resource.
            return [];
        }
        catch (AwsCallException failure)
        {
            run.Incomplete(failure);
            return null;
        }
        catch (AwsAnswerException failure)
        {
            run.Incomplete(CoverageStatus.Failed, failure.Message);
            return null;
        }
    }
}
