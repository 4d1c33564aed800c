using System.Text.Json.Nodes;

namespace OrgLens.Functions.Tests.Hub;

/// <summary>Events as AWS would send them.</summary>
internal static class Notification
{
    /// <summary>What S3 says about a new object.</summary>
    public static JsonObject Of(string bucket, string key, string etag) => new()
    {
        ["Records"] = new JsonArray(new JsonObject
        {
            ["eventVersion"] = "2.1",
            ["eventSource"] = "aws:s3",
            ["awsRegion"] = "eu-west-1",
            ["eventTime"] = "2026-01-15T02:00:00.000Z",
            ["eventName"] = "ObjectCreated:Put",
            ["s3"] = new JsonObject
            {
                ["bucket"] = new JsonObject { ["name"] = bucket },
                ["object"] = new JsonObject { ["key"] = Uri.EscapeDataString(key), ["size"] = 1, ["eTag"] = etag },
            },
        }),
    };

    /// <summary>A batch of messages, whose ids are m0, m1 and so on.</summary>
    public static JsonObject Batch(params IEnumerable<string> bodies) => new()
    {
        ["Records"] = new JsonArray(
        [
            .. bodies.Select((body, index) => new JsonObject
            {
                ["messageId"] = $"m{index}",
                ["receiptHandle"] = $"r{index}",
                ["body"] = body,
                ["attributes"] = new JsonObject { ["ApproximateReceiveCount"] = "1" },
                ["messageAttributes"] = new JsonObject(),
                ["eventSource"] = "aws:sqs",
                ["eventSourceARN"] = "arn:aws:sqs:eu-west-1:123456789012:orglens-snapshots",
                ["awsRegion"] = "eu-west-1",
            }),
        ]),
    };
}
