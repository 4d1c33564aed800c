using System.Text.Json.Serialization;
using Amazon.Lambda.S3Events;

namespace OrgLens.Functions.Receiver;

/// <summary>Metadata of S3 notifications inside queue messages; their members begin with small letters.</summary>
[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(S3Event))]
internal sealed partial class NotificationJson : JsonSerializerContext;
