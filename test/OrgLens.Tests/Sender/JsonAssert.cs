using System.Text.Json.Nodes;

namespace OrgLens.Tests.Sender;

internal static class JsonAssert
{
    /// <summary>Equal but for white space and the order of members.</summary>
    public static void Equal(string expected, JsonNode? actual)
    {
        var wanted = JsonNode.Parse(expected);
        Assert.True(JsonNode.DeepEquals(wanted, actual), $"Expected: {wanted?.ToJsonString()}\nActual:   {actual?.ToJsonString()}");
    }
}
