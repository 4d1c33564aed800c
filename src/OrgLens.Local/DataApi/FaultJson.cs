using System.Text.Json.Serialization;

namespace OrgLens.Local.DataApi;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(FaultPlan))]
[JsonSerializable(typeof(FaultState))]
internal sealed partial class FaultJson : JsonSerializerContext;
