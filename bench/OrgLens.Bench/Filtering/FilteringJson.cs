using System.Text.Json.Serialization;

namespace OrgLens.Bench.Filtering;

/// <summary>What passes between this program and its filtering processes.</summary>
[JsonSerializable(typeof(FilterTask))]
[JsonSerializable(typeof(FilterFigures))]
internal sealed partial class FilteringJson : JsonSerializerContext;
