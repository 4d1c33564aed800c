using System.Text.Json.Serialization;

namespace OrgLens.Bench.Collecting;

/// <summary>What passes between this program and its collecting processes.</summary>
[JsonSerializable(typeof(CollectTask))]
[JsonSerializable(typeof(CollectFigures))]
internal sealed partial class CollectingJson : JsonSerializerContext;
