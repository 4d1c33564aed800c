using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.S3Events;
using Amazon.Lambda.SQSEvents;
using OrgLens.Functions.CustomResources;
using OrgLens.Functions.Database;
using OrgLens.Functions.QuickSight;
using OrgLens.QuickSight;
using OrgLens.Receiver;
using OrgLens.Sender;

namespace OrgLens.Functions;

/// <summary>Metadata of everything that a handler takes or returns.</summary>
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(SQSEvent))]
[JsonSerializable(typeof(SQSBatchResponse))]
[JsonSerializable(typeof(S3Event))]
[JsonSerializable(typeof(ScheduledEvent))]
[JsonSerializable(typeof(IReadOnlyList<LoadResult>))]
[JsonSerializable(typeof(MigrationRequest))]
[JsonSerializable(typeof(MigrationReport))]
[JsonSerializable(typeof(RotationRequest))]
[JsonSerializable(typeof(CustomResourceResponse))]
[JsonSerializable(typeof(AnalysisEvent))]
[JsonSerializable(typeof(AnalysisReport))]
[JsonSerializable(typeof(SendRequest))]
[JsonSerializable(typeof(SentSnapshot))]
public sealed partial class FunctionsJson : JsonSerializerContext;
