using System.Text;
using System.Text.Json.Nodes;
using OrgLens.Aws;

namespace OrgLens.Tests.Aws;

/// <summary>Requests have the form that botocore gives them.</summary>
public sealed class WireFormTests
{
    // Service and operation, the input by the model's names, and ours by those on the wire.
    private static readonly (string Service, AwsOperation Operation, string ByModel, string ByWire)[] s_calls =
    [
        ("kms", AwsServices.Kms.Operation("ListKeys"), """{"Limit":5,"Marker":"m"}""", """{"Limit":5,"Marker":"m"}"""),
        ("kms", AwsServices.Kms.Operation("ListKeys"), "{}", "{}"),
        ("compute-optimizer", AwsServices.ComputeOptimizer.Operation("GetEC2InstanceRecommendations"), """{"accountIds":["1","2"]}""", """{"accountIds":["1","2"]}"""),
        ("ce", AwsServices.CostExplorer.Operation("GetCostAndUsage"),
            """{"TimePeriod":{"Start":"2026-01-01","End":"2026-01-02"},"Granularity":"DAILY","Metrics":["UnblendedCost"],"GroupBy":[{"Type":"DIMENSION","Key":"SERVICE"}]}""",
            """{"TimePeriod":{"Start":"2026-01-01","End":"2026-01-02"},"Granularity":"DAILY","Metrics":["UnblendedCost"],"GroupBy":[{"Type":"DIMENSION","Key":"SERVICE"}]}"""),
        ("ec2", AwsServices.Ec2.Operation("DescribeInstances"),
            """{"InstanceIds":["i-1","i-2"],"Filters":[{"Name":"tag:Owner & co","Values":["a b","ü"]}],"MaxResults":1000}""",
            """{"InstanceId":["i-1","i-2"],"Filter":[{"Name":"tag:Owner & co","Value":["a b","ü"]}],"MaxResults":1000}"""),
        ("ec2", AwsServices.Ec2.Operation("DescribeRegions"), """{"AllRegions":true}""", """{"AllRegions":true}"""),
        ("autoscaling", AwsServices.AutoScaling.Operation("DescribeAutoScalingGroups"),
            """{"AutoScalingGroupNames":["a","b"],"MaxRecords":100}""", """{"AutoScalingGroupNames":["a","b"],"MaxRecords":100}"""),
        ("autoscaling", AwsServices.AutoScaling.Operation("DescribeAutoScalingGroups"),
            """{"Filters":[{"Name":"n","Values":["v","w"]}]}""", """{"Filters":[{"Name":"n","Values":["v","w"]}]}"""),
        ("rds", AwsServices.Rds.Operation("DescribeDBInstances"),
            """{"Filters":[{"Name":"engine","Values":["mysql","postgres"]}],"MaxRecords":100}""",
            """{"Filters.Filter":[{"Name":"engine","Values.Value":["mysql","postgres"]}],"MaxRecords":100}"""),
        ("elbv2", AwsServices.ElasticLoadBalancingV2.Operation("DescribeTags"), """{"ResourceArns":["arn:aws:x/y"]}""", """{"ResourceArns":["arn:aws:x/y"]}"""),
        ("guardduty", AwsServices.GuardDuty.Get("ListDetectors", "/detector", "maxResults", "nextToken"), """{"MaxResults":50,"NextToken":"a+b/c=="}""", """{"maxResults":50,"nextToken":"a+b/c=="}"""),
        ("guardduty", AwsServices.GuardDuty.Post("ListFindings", "/detector/{detectorId}/findings"),
            """{"DetectorId":"d 1","FindingCriteria":{"Criterion":{"updatedAt":{"GreaterThanOrEqual":5}}},"MaxResults":50}""",
            """{"detectorId":"d 1","findingCriteria":{"criterion":{"updatedAt":{"greaterThanOrEqual":5}}},"maxResults":50}"""),
        ("account", AwsServices.Account.Post("ListRegions", "/listRegions"), """{"MaxResults":50}""", """{"MaxResults":50}"""),
        ("account", AwsServices.Account.Post("GetContactInformation", "/getContactInformation"), "{}", "{}"),
        ("lambda", AwsServices.Lambda.Get("ListTags", "/2017-03-31/tags/{Resource}"), """{"Resource":"arn:aws:lambda:eu-west-1:1:function:ä b"}""", """{"Resource":"arn:aws:lambda:eu-west-1:1:function:ä b"}"""),
        ("eks", AwsServices.Eks.Get("ListClusters", "/clusters", "include", "maxResults"), """{"include":["all","x"],"maxResults":100}""", """{"include":["all","x"],"maxResults":100}"""),
        ("s3", AwsServices.S3.Get("ListBuckets", "/", "max-buckets", "continuation-token"), """{"MaxBuckets":1000,"ContinuationToken":"c t"}""", """{"max-buckets":1000,"continuation-token":"c t"}"""),
        ("cloudfront", AwsServices.CloudFront.Get("ListDistributionsByWebACLId", "/2020-05-31/distributionsByWebACLId/{WebACLId}", "MaxItems"),
            """{"WebACLId":"arn:aws:wafv2:us-east-1:1:global/webacl/a/b","MaxItems":"100"}""", """{"WebACLId":"arn:aws:wafv2:us-east-1:1:global/webacl/a/b","MaxItems":"100"}"""),
    ];

    [Fact]
    public async Task Every_protocol_is_written_as_botocore_writes_it()
    {
        var asked = new JsonArray(
            [.. s_calls.Select(call => new JsonObject { ["service"] = call.Service, ["operation"] = call.Operation.Name, ["input"] = JsonNode.Parse(call.ByModel) })]);
        var expected = (await Botocore.AskAsync("requests", new JsonObject { ["calls"] = asked })).AsArray();
        foreach (var (call, wanted) in s_calls.Zip(expected))
        {
            var written = AwsInput.Write(call.Operation, JsonNode.Parse(call.ByWire)!.AsObject());
            Assert.Equal(Text(wanted!), Text(written));
        }
    }

    [Fact]
    public void An_input_without_a_place_is_a_defect()
    {
        var operation = AwsServices.GuardDuty.Get("ListDetectors", "/detector", "maxResults");
        Assert.Throws<InvalidOperationException>(() => AwsInput.Write(operation, new JsonObject { ["nextToken"] = "t" }));
    }

    private static string Text(JsonNode wanted) => Text(
        (string)wanted["method"]!,
        ((string)wanted["path"]!).Split('?')[0],
        wanted["query"]!.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value!.AsArray().Select(value => (string)value!)),
        wanted["form"] is JsonObject form ? string.Join('\n', form.Select(pair => $"{pair.Key}={pair.Value}").Order(StringComparer.Ordinal)) : (string?)wanted["body"] ?? string.Empty,
        wanted["headers"]!.AsObject().ToDictionary(pair => pair.Key, pair => (string)pair.Value!));

    private static string Text(AwsInput written)
    {
        var body = Encoding.UTF8.GetString(written.Body ?? []);
        var isForm = written.Headers.GetValueOrDefault("Content-Type")?.StartsWith("application/x-www-form", StringComparison.Ordinal) is true;
        return Text(
            written.Method,
            written.Labels.Aggregate(written.Path, (path, label) => path.Replace(label.Key, Uri.EscapeDataString(label.Value), StringComparison.Ordinal)),
            written.Query.ToDictionary(pair => pair.Key, pair => pair.Value.AsEnumerable()),
            isForm ? string.Join('\n', body.Split('&').Select(Uri.UnescapeDataString).Order(StringComparer.Ordinal)) : body,
            written.Headers.ToDictionary(pair => pair.Key.ToLowerInvariant(), pair => pair.Value));
    }

    private static string Text(string method, string path, Dictionary<string, IEnumerable<string>> query, string body, Dictionary<string, string> headers)
    {
        // Of what botocore leaves to other parts of it, only the target is here.
        var json = body.StartsWith('{') ? JsonNode.Parse(body)!.ToJsonString() : body;
        var pairs = query.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Value.Select(value => $"{pair.Key}={value}"));
        return $"{method} {path}?{string.Join('&', pairs)}\n{headers.GetValueOrDefault("x-amz-target")}\n{(json == "{}" ? string.Empty : json)}";
    }
}
