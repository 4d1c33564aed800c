using System.Text.Json.Serialization;

namespace OrgLens.Local.Lambda;

/// <summary>The event that a queue's messages become.</summary>
internal sealed record SqsEvent([property: JsonPropertyName("Records")] IReadOnlyList<SqsRecord> Records);
