using System.Text.Json.Nodes;
using Amazon.Runtime;
using OrgLens.Aws;

namespace OrgLens.Tests.Aws;

/// <summary>Requests are signed as botocore would sign them.</summary>
public sealed class SignatureTests
{
    private static readonly (AwsOperation Operation, string Region, string Input, string Scope)[] s_calls =
    [
        (AwsServices.Kms.Operation("ListKeys"), "eu-west-1", """{"Limit":5}""", "eu-west-1/kms"),
        (AwsServices.ComputeOptimizer.Operation("GetEC2InstanceRecommendations"), "eu-west-1", "{}", "eu-west-1/compute-optimizer"),
        (AwsServices.Sts.Operation("GetCallerIdentity"), "ap-southeast-1", "{}", "ap-southeast-1/sts"),
        (AwsServices.Ec2.Operation("DescribeInstances"), "eu-west-1", """{"Filter":[{"Name":"tag:Owner & co","Value":["a b","ü"]}]}""", "eu-west-1/ec2"),
        (AwsServices.GuardDuty.Get("ListDetectors", "/detector", "maxResults", "nextToken"), "eu-west-1", """{"maxResults":50,"nextToken":"a+b/c== &ü"}""", "eu-west-1/guardduty"),
        (AwsServices.Eks.Get("ListClusters", "/clusters", "include"), "eu-west-1", """{"include":["b","a a"]}""", "eu-west-1/eks"),
        (AwsServices.GuardDuty.Post("ListFindings", "/detector/{detectorId}/findings"), "eu-west-1", """{"detectorId":"d 1/ä","maxResults":50}""", "eu-west-1/guardduty"),
        (AwsServices.Lambda.Get("ListTags", "/2017-03-31/tags/{Resource}"), "eu-west-1", """{"Resource":"arn:aws:lambda:eu-west-1:1:function:f"}""", "eu-west-1/lambda"),
        (AwsServices.Account.Post("GetContactInformation", "/getContactInformation"), "eu-west-1", "{}", "us-east-1/account"),
        (AwsServices.CostExplorer.Operation("GetCostForecast"), "cn-north-1", "{}", "cn-northwest-1/ce"),
        (AwsServices.MarketplaceAgreement.Operation("SearchAgreements"), "us-east-1", "{}", "us-east-1/aws-marketplace"),
        (AwsServices.S3.Get("GetBucketEncryption", "/{Bucket}?encryption"), "eu-west-1", """{"Bucket":"my-bucket"}""", "eu-west-1/s3"),
        (AwsServices.S3Control.Get("GetPublicAccessBlock", "/v20180820/configuration/publicAccessBlock") with
        {
            Route = new AwsRoute("GET", "/v20180820/configuration/publicAccessBlock") { Headers = new Dictionary<string, string> { ["AccountId"] = "x-amz-account-id" }, HostMember = "AccountId" },
        }, "eu-west-1", """{"AccountId":"111122223333"}""", "eu-west-1/s3"),
    ];

    [Fact]
    public async Task Every_protocol_is_signed_as_botocore_signs_it()
    {
        // No answer of any of them: what counts is what was sent.
        await using var server = await WireServer.StartAsync(WireAnswer.Error("ValidationException"));
        using var client = new AwsClient(
            new AwsClientOptions { Credentials = new SessionAWSCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "token+/="), Endpoint = server.Url },
            TimeProvider.System);
        foreach (var (operation, region, input, _) in s_calls)
        {
            await Assert.ThrowsAsync<AwsCallException>(() => client.CallAsync(operation, region, JsonNode.Parse(input)!.AsObject(), CancellationToken.None));
        }

        var sent = server.Requests;
        var signed = await Botocore.AskAsync("signatures", new JsonObject
        {
            ["access_key"] = "AKIDEXAMPLE",
            ["secret_key"] = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
            ["token"] = "token+/=",
            ["requests"] = new JsonArray([.. sent.Select(ToJson)]),
        });
        Assert.Equal(s_calls.Length, sent.Count);
        Assert.Equal(signed.AsArray().Select(header => (string?)header), sent.Select(request => request.Headers["authorization"]));
        Assert.All(s_calls.Zip(sent), pair => Assert.Contains($"/{pair.First.Scope}/aws4_request", pair.Second.Headers["authorization"], StringComparison.Ordinal));
        Assert.All(sent, request => Assert.Equal("token+/=", request.Headers["x-amz-security-token"]));
    }

    private static JsonObject ToJson(WireRequest request) => new()
    {
        ["method"] = request.Method,
        ["target"] = request.Target,
        ["headers"] = new JsonObject(request.Headers.Select(header => KeyValuePair.Create(header.Key, (JsonNode?)header.Value))),
        ["body"] = Convert.ToBase64String(request.Body),
    };
}
