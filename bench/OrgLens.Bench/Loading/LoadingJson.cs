using System.Text.Json.Serialization;

namespace OrgLens.Bench.Loading;

/// <summary>What passes between this program and its loading processes.</summary>
[JsonSerializable(typeof(LoadTask))]
[JsonSerializable(typeof(LoadFigures))]
internal sealed partial class LoadingJson : JsonSerializerContext;
