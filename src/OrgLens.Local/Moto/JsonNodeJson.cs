using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace OrgLens.Local.Moto;

[JsonSerializable(typeof(JsonObject))]
internal sealed partial class JsonNodeJson : JsonSerializerContext;
