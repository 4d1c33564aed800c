using System.Text.Json.Serialization;

namespace OrgLens.Receiver;

/// <summary>Answer of <c>load.open</c>.</summary>
internal sealed record LoadOpened(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("send")] IReadOnlyList<WantedSection>? Send);

/// <summary>A section whose rows the database wants.</summary>
/// <param name="Section">The section.</param>
/// <param name="Members">The members that it wants of each row, as columns; null: it wants the rows as JSON.</param>
internal sealed record WantedSection(
    [property: JsonPropertyName("section")] string Section,
    [property: JsonPropertyName("members")] IReadOnlyList<RowMember>? Members);

/// <summary>Answer of <c>load.close</c>.</summary>
internal sealed record LoadClosed(
    [property: JsonPropertyName("outcome")] string Outcome,
    [property: JsonPropertyName("rows")] IReadOnlyDictionary<string, int>? Rows,
    [property: JsonPropertyName("skipped")] IReadOnlyDictionary<string, int>? Skipped,
    [property: JsonPropertyName("duplicates")] IReadOnlyDictionary<string, int>? Duplicates,
    [property: JsonPropertyName("unchanged")] IReadOnlyList<string>? Unchanged);

/// <summary>Metadata of the answers of the load functions.</summary>
[JsonSerializable(typeof(LoadOpened))]
[JsonSerializable(typeof(LoadClosed))]
internal sealed partial class LoadJson : JsonSerializerContext;
