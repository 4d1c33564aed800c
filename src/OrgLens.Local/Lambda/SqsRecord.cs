using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrgLens.Local.Lambda;

/// <summary>A message as a function sees it.</summary>
internal sealed record SqsRecord(
    string MessageId,
    string ReceiptHandle,
    string Body,
    IReadOnlyDictionary<string, string> Attributes,
    IReadOnlyDictionary<string, JsonElement> MessageAttributes,
    string Md5OfBody,
    string EventSource,
    [property: JsonPropertyName("eventSourceARN")] string EventSourceArn,
    string AwsRegion);
