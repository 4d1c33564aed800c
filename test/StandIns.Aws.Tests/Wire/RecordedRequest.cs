using System.Text;
using System.Text.Json.Nodes;

namespace StandIns.Aws.Tests.Wire;

public sealed record RecordedRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public string Text => Encoding.UTF8.GetString(Body);
}
