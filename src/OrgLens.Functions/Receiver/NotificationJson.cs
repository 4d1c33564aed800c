using System.Text.Json.Serialization;
using Amazon.Lambda.S3Events;
using Amazon.Lambda.SQSEvents;

namespace OrgLens.Functions.Receiver;

/// <summary>Metadata of notifications that are read by hand; their members begin with small letters.</summary>
[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(S3Event))]
[JsonSerializable(typeof(SQSEvent))]
internal sealed partial class NotificationJson : JsonSerializerContext;
