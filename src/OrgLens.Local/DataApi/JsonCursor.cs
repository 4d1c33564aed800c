using System.Text.Json;

namespace OrgLens.Local.DataApi;

/// <summary>Steps through JSON objects.</summary>
internal static class JsonCursor
{
    public static void Expect(ref Utf8JsonReader reader, JsonTokenType type)
    {
        if (reader.TokenType != type)
        {
            throw DataApiException.Malformed();
        }
    }

    public static bool NextMember(ref Utf8JsonReader reader, out string member)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            member = "";
            return false;
        }

        member = reader.GetString()!;
        reader.Read();
        return true;
    }
}
