using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrgLens.Local.Tests.Simulation.Services;

public sealed class FirewallTests(SimulatedCloud cloud) : SimulationTest(cloud)
{
    private JsonElement Security => Document().GetProperty("security");

    [Fact]
    public async Task Web_ACLs_are_those_of_the_document()
    {
        var expected = Security.GetProperty("waf").EnumerateArray().Where(row => row.GetProperty("scope").GetString() == "REGIONAL")
            .Select(row => $"{row.GetProperty("arn")}|{row.GetProperty("rules_count")}|{row.GetProperty("capacity")}|{row.GetProperty("associated_resources_count")}").Order(StringComparer.Ordinal).ToList();

        var found = new List<string>();
        foreach (var acl in await PagesAsync("wafv2", "list_web_acls", "WebACLs", """{"Scope": "REGIONAL", "Limit": 1}""", "NextMarker"))
        {
            var details = (await CallAsync("wafv2", "get_web_acl", $$"""{"Name": "{{acl["Name"]}}", "Id": "{{acl["Id"]}}", "Scope": "REGIONAL"}"""))["WebACL"]!;
            var resources = await CallAsync("wafv2", "list_resources_for_web_acl", $$"""{"WebACLArn": "{{acl["ARN"]}}"}""");
            found.Add($"{acl["ARN"]}|{details["Rules"]!.AsArray().Count}|{details["Capacity"]}|{resources["ResourceArns"]!.AsArray().Count}");
        }

        Assert.NotEmpty(expected);
        Assert.Equal(expected, found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Rules_are_those_of_the_document()
    {
        var expected = Security.GetProperty("waf_rules").EnumerateArray().Where(row => row.GetProperty("scope").GetString() == "REGIONAL")
            .Select(row => $"{row.GetProperty("rule_name")}|{row.GetProperty("priority")}|{row.GetProperty("statement_type")}|{row.GetProperty("action").EnumerateObject().Single().Name}").Order(StringComparer.Ordinal).ToList();

        var found = new List<string>();
        foreach (var acl in (await CallAsync("wafv2", "list_web_acls", """{"Scope": "REGIONAL"}"""))["WebACLs"]!.AsArray())
        {
            var details = (await CallAsync("wafv2", "get_web_acl", $$"""{"ARN": "{{acl!["ARN"]}}"}"""))["WebACL"]!;
            found.AddRange(details["Rules"]!.AsArray().Select(rule => $"{rule!["Name"]}|{rule["Priority"]}|{First(rule["Statement"]!)}|{First(rule["Action"] ?? rule["OverrideAction"]!)}"));
        }

        Assert.Equal(expected, found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Logging_is_configured_or_not()
    {
        var acls = (await CallAsync("wafv2", "list_web_acls", """{"Scope": "REGIONAL"}"""))["WebACLs"]!.AsArray().ToDictionary(acl => (string)acl!["Name"]!, acl => (string)acl!["ARN"]!);

        var logged = await CallAsync("wafv2", "get_logging_configuration", $$"""{"ResourceArn": "{{acls[Account.Name.Split('-')[0] + "-acl"]}}"}""");
        var not = await FailAsync("wafv2", "get_logging_configuration", $$"""{"ResourceArn": "{{acls[Account.Name.Split('-')[0] + "-internal-acl"]}}"}""");
        await CallAsync("wafv2", "list_tags_for_resource", $$"""{"ResourceARN": "{{acls.Values.First()}}"}""");

        Assert.StartsWith("arn:aws:logs:", (string?)logged["LoggingConfiguration"]!["LogDestinationConfigs"]![0], StringComparison.Ordinal);
        Assert.Equal(("WAFNonexistentItemException", 400), (not.Code, not.Status));
    }

    [Fact]
    public async Task Web_ACLs_of_CloudFront_are_in_one_Region_and_only_CloudFront_knows_what_they_protect()
    {
        var expected = Security.GetProperty("waf").EnumerateArray().Single(row => row.GetProperty("scope").GetString() == "CLOUDFRONT").GetProperty("arn").GetString();
        var listed = await CallAsync("wafv2", "list_web_acls", """{"Scope": "CLOUDFRONT"}""", region: "us-east-1");
        var arn = (string)Assert.Single(listed["WebACLs"]!.AsArray())!["ARN"]!;

        var elsewhere = await FailAsync("wafv2", "list_web_acls", """{"Scope": "CLOUDFRONT"}""", region: "eu-central-1");
        var resources = await FailAsync("wafv2", "list_resources_for_web_acl", $$"""{"WebACLArn": "{{arn}}"}""", region: "us-east-1");
        var distributions = await CallAsync("cloudfront", "list_distributions_by_web_acl_id", $$"""{"WebACLId": "{{arn}}"}""", region: "us-east-1");
        var none = await CallAsync("cloudfront", "list_distributions_by_web_acl_id", """{"WebACLId": "none"}""", region: "us-east-1");

        Assert.Equal(expected, arn);
        Assert.Equal("WAFInvalidParameterException", elsewhere.Code);
        Assert.Equal("WAFInvalidParameterException", resources.Code);
        Assert.Equal(arn, (string?)Assert.Single(distributions["DistributionList"]!["Items"]!.AsArray())!["WebACLId"]);
        Assert.Equal(0, (int)none["DistributionList"]!["Quantity"]!);
    }

    private static string First(JsonNode structure) => structure.AsObject().First().Key;
}
