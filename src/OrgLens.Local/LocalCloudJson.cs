using System.Text.Json.Serialization;

namespace OrgLens.Local;

[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class LocalCloudJson : JsonSerializerContext;
