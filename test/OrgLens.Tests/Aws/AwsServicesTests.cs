using System.Reflection;
using System.Text.Json.Nodes;
using OrgLens.Aws;
using OrgLens.Aws.Sdk;

namespace OrgLens.Tests.Aws;

/// <summary>The catalog says what botocore's models say.</summary>
public sealed class AwsServicesTests
{
    private static readonly string[] s_regions = ["us-east-1", "eu-west-1", "me-south-1", "cn-north-1", "cn-northwest-1", "us-gov-west-1", "us-gov-east-1", "eusc-de-east-1"];

    // botocore's names of the services; these are the ones that the collectors use.
    private static readonly Dictionary<string, AwsService> s_services = new()
    {
        ["account"] = AwsServices.Account,
        ["acm"] = AwsServices.Acm,
        ["application-signals"] = AwsServices.ApplicationSignals,
        ["autoscaling"] = AwsServices.AutoScaling,
        ["ce"] = AwsServices.CostExplorer,
        ["cloudfront"] = AwsServices.CloudFront,
        ["cloudtrail"] = AwsServices.CloudTrail,
        ["compute-optimizer"] = AwsServices.ComputeOptimizer,
        ["config"] = AwsServices.Config,
        ["dynamodb"] = AwsServices.DynamoDb,
        ["ec2"] = AwsServices.Ec2,
        ["ecs"] = AwsServices.Ecs,
        ["eks"] = AwsServices.Eks,
        ["elb"] = AwsServices.ElasticLoadBalancing,
        ["elbv2"] = AwsServices.ElasticLoadBalancingV2,
        ["events"] = AwsServices.EventBridge,
        ["glue"] = AwsServices.Glue,
        ["guardduty"] = AwsServices.GuardDuty,
        ["health"] = AwsServices.Health,
        ["inspector2"] = AwsServices.Inspector,
        ["kms"] = AwsServices.Kms,
        ["lambda"] = AwsServices.Lambda,
        ["marketplace-agreement"] = AwsServices.MarketplaceAgreement,
        ["organizations"] = AwsServices.Organizations,
        ["quicksight"] = AwsServices.QuickSight,
        ["rds"] = AwsServices.Rds,
        ["resiliencehub"] = AwsServices.ResilienceHub,
        ["resource-explorer-2"] = AwsServices.ResourceExplorer,
        ["s3"] = AwsServices.S3,
        ["s3control"] = AwsServices.S3Control,
        ["savingsplans"] = AwsServices.SavingsPlans,
        ["secretsmanager"] = AwsServices.SecretsManager,
        ["securityhub"] = AwsServices.SecurityHub,
        ["ssm"] = AwsServices.Ssm,
        ["sts"] = AwsServices.Sts,
        ["support"] = AwsServices.Support,
        ["resourcegroupstaggingapi"] = AwsServices.Tagging,
        ["wafv2"] = AwsServices.WafV2,
    };

    // Where the rules have an exception that nobody meets: services without an endpoint there, and hosts that answer under both names.
    private static readonly string[] s_exceptions =
    [
        "ce eusc-", "health eusc-", "cloudfront eusc-", "cloudfront us-gov-", "cloudfront us-east-1 fips", "marketplace-agreement cn-", "marketplace-agreement eusc-",
        "savingsplans us-gov-east-1",
    ];

    private static JsonArray Names => new([.. s_services.Keys.Select(name => (JsonNode)name)]);

    [Fact]
    public void Every_service_is_checked()
    {
        var all = typeof(AwsServices).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (AwsService)field.GetValue(null)!);
        Assert.Equal(all.Select(service => service.Id).Order(StringComparer.Ordinal), s_services.Values.Select(service => service.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Names_and_protocols_are_those_of_the_models()
    {
        var models = await Botocore.AskAsync("metadata", new JsonObject { ["services"] = Names });
        foreach (var (name, service) in s_services)
        {
            var model = models[name]!;
            Assert.Equal(
                ((string)model["serviceId"]!, (string)model["endpointPrefix"]!, (string)model["apiVersion"]!, (string?)model["signingName"] ?? (string)model["endpointPrefix"]!),
                (service.Id, service.EndpointPrefix, service.ApiVersion, service.SigningName));
            Assert.Equal((string?)model["targetPrefix"], service.TargetPrefix);
            var protocol = service.Protocol switch
            {
                AwsProtocol.Json10 or AwsProtocol.Json11 => "json",
                AwsProtocol.RestJson => "rest-json",
                AwsProtocol.RestXml => "rest-xml",
                AwsProtocol.Query => "query",
                _ => "ec2",
            };
            Assert.Contains(protocol, $"{model["protocol"]} {model["protocols"]}", StringComparison.Ordinal);
            Assert.True(protocol != "json" || (string?)model["jsonVersion"] == (service.Protocol == AwsProtocol.Json10 ? "1.0" : "1.1"), name);
        }
    }

    [Fact]
    public async Task Endpoints_are_those_of_the_rules()
    {
        var expected = (await Botocore.AskAsync("endpoints", new JsonObject
        {
            ["services"] = Names,
            ["regions"] = new JsonArray([.. s_regions.Select(region => (JsonNode)region)]),
        })).AsObject();
        Assert.True(expected.Count > 500);
        // FIPS endpoints exist in North America.
        var asked = expected.Where(pair => pair.Key.EndsWith("plain", StringComparison.Ordinal) || pair.Key.Contains(" us-", StringComparison.Ordinal))
            .Where(pair => !s_exceptions.Any(exception => pair.Key.StartsWith(exception, StringComparison.Ordinal)));
        var wrong = asked.Where(pair => Ours(pair.Key) != (string?)pair.Value).Select(pair => $"{pair.Key}: {Ours(pair.Key)}, not {pair.Value}").ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static string Ours(string question)
    {
        var parts = question.Split(' ');
        var service = s_services[parts[0]];
        var region = service.RegionFor(parts[1]);
        return $"{SdkEndpoints.HostOf(service, region, parts[2] == "fips")} {region}";
    }
}
