using System.Text.Json.Serialization;

namespace OrgLens.Receiver;

/// <summary>A member that the database reads of a section's rows.</summary>
/// <param name="Name">Its name in the document.</param>
/// <param name="IsJson">Whether it is wanted as the JSON that it is, not as the text that a string stands for.</param>
/// <param name="IsInstant">Whether it is an instant, which travels in a form of its own (<c>load.instant</c>).</param>
internal sealed record RowMember(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("is_json")] bool IsJson,
    [property: JsonPropertyName("is_instant")] bool IsInstant = false);
