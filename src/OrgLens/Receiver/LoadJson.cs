using System.Text.Json.Serialization;

namespace OrgLens.Receiver;

/// <summary>Answer of <c>load.prepare</c>.</summary>
/// <param name="Outcome">How the object ended if it was loaded before; otherwise null.</param>
/// <param name="Members">The members that the database reads of a section's rows, as cells; it reads rows of the others as JSON.</param>
internal sealed record LoadPrepared(
    [property: JsonPropertyName("outcome")] string? Outcome,
    [property: JsonPropertyName("members")] IReadOnlyDictionary<string, IReadOnlyList<RowMember>> Members);

/// <summary>Answer of <c>load.open</c>.</summary>
/// <param name="Status"><c>known</c> or <c>new</c>.</param>
/// <param name="Send">The sections whose rows the database wants.</param>
/// <param name="Members">As in the answer of <c>load.prepare</c>.</param>
internal sealed record LoadOpened(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("send")] IReadOnlyList<string> Send,
    [property: JsonPropertyName("members")] IReadOnlyDictionary<string, IReadOnlyList<RowMember>> Members);

/// <summary>Answer of <c>load.close</c>.</summary>
internal sealed record LoadClosed(
    [property: JsonPropertyName("outcome")] string Outcome,
    [property: JsonPropertyName("rows")] IReadOnlyDictionary<string, int>? Rows,
    [property: JsonPropertyName("skipped")] IReadOnlyDictionary<string, int>? Skipped,
    [property: JsonPropertyName("duplicates")] IReadOnlyDictionary<string, int>? Duplicates,
    [property: JsonPropertyName("unchanged")] IReadOnlyList<string>? Unchanged);

/// <summary>Metadata of the answers of the load functions.</summary>
[JsonSerializable(typeof(LoadPrepared))]
[JsonSerializable(typeof(LoadOpened))]
[JsonSerializable(typeof(LoadClosed))]
internal sealed partial class LoadJson : JsonSerializerContext;
