using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace OrgLens.Tests.Sender;

/// <summary>The schema of a snapshot.</summary>
internal sealed class SnapshotSchema
{
    private static readonly EvaluationOptions s_quick = new() { OutputFormat = OutputFormat.Flag };
    private static readonly EvaluationOptions s_thorough = new() { OutputFormat = OutputFormat.List };

    private readonly JsonSchema _schema;

    private SnapshotSchema(string name, JsonNode schema) => _schema = JsonSchema.FromText(schema.ToJsonString(), null, new Uri($"https://schema.invalid/{name}"));

    /// <summary>As it is published: docs/snapshot.schema.json.</summary>
    public static SnapshotSchema Published { get; } = new("published", Read());

    /// <summary>The same without room for members that it does not list.</summary>
    public static SnapshotSchema Closed { get; } = new("closed", Close(Read()));

    /// <summary>Where a document is not as the schema says, and which of its keywords says so.</summary>
    public IReadOnlyList<string> Differences(JsonNode document)
    {
        var element = JsonSerializer.SerializeToElement(document);
        if (_schema.Evaluate(element, s_quick).IsValid)
        {
            return [];
        }

        // A condition that does not hold is no difference.
        var all = _schema.Evaluate(element, s_thorough);
        return
        [
            .. (all.Details ?? []).Prepend(all).Where(result => !result.IsValid && !$"{result.EvaluationPath}/".Contains("/if/", StringComparison.Ordinal))
                .SelectMany(result => (result.Errors ?? []).Select(error => $"{result.InstanceLocation}: {error.Key}")).Distinct(),
        ];
    }

    private static JsonNode Read() => JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "snapshot.schema.json")))!;

    private static JsonNode Close(JsonNode schema)
    {
        foreach (var inner in schema is JsonObject members ? members.Select(member => member.Value) : schema is JsonArray items ? items : [])
        {
            _ = inner is null ? null : Close(inner);
        }

        if (schema is JsonObject described && described.ContainsKey("properties"))
        {
            described["additionalProperties"] = false;
        }

        return schema;
    }
}
