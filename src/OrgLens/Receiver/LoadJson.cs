using System.Text.Json.Serialization;

namespace OrgLens.Receiver;

/// <summary>Answer of <c>load.open</c>.</summary>
internal sealed record LoadOpened(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("send")] IReadOnlyList<string>? Send);

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
