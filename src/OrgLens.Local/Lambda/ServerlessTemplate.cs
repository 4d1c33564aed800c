using System.Globalization;
using System.Text.Json;

namespace OrgLens.Local.Lambda;

/// <summary>Reads functions from a SAM template in JSON.</summary>
public static class ServerlessTemplate
{
    /// <summary>Reads all functions; <paramref name="values"/> says what the template's references are locally.</summary>
    /// <param name="json">The template.</param>
    /// <param name="values">By what the template calls them: <c>Queue</c> for a Ref, <c>Queue.Arn</c> for a GetAtt.</param>
    /// <exception cref="LocalCloudException">A reference has no local value.</exception>
    public static IReadOnlyList<FunctionDefinition> ReadFunctions(string json, IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        using var document = JsonDocument.Parse(json);
        var template = document.RootElement;
        var intrinsics = new Intrinsics(template, values);
        var globals = Find(template, "Globals", "Function");
        return
        [
            .. template.GetProperty("Resources").EnumerateObject()
                .Where(resource => resource.Value.GetProperty("Type").GetString() == "AWS::Serverless::Function")
                .Select(resource => ReadFunction(resource.Name, resource.Value.GetProperty("Properties"), globals, intrinsics)),
        ];
    }

    private static FunctionDefinition ReadFunction(string logicalId, JsonElement properties, JsonElement globals, Intrinsics intrinsics)
    {
        var environment = new Dictionary<string, string>();
        foreach (var scope in new[] { globals, properties })
        {
            if (Find(scope, "Environment", "Variables") is { ValueKind: JsonValueKind.Object } variables)
            {
                foreach (var variable in variables.EnumerateObject())
                {
                    environment[variable.Name] = intrinsics.Resolve(variable.Value);
                }
            }
        }

        var name = Find(properties, "FunctionName");
        var standard = new FunctionDefinition(name.ValueKind == JsonValueKind.Undefined ? logicalId : intrinsics.Resolve(name));
        return standard with
        {
            Timeout = TimeSpan.FromSeconds(Number("Timeout", (int)standard.Timeout.TotalSeconds)),
            MemorySize = Number("MemorySize", standard.MemorySize),
            Handler = Either("Handler") is { ValueKind: JsonValueKind.String } handler ? handler.GetString()! : "",
            Environment = environment,
            Queues = Find(properties, "Events") is { ValueKind: JsonValueKind.Object } events
                ? [.. events.EnumerateObject().Where(IsEnabledQueue).Select(e => ReadQueue(e.Value.GetProperty("Properties"), intrinsics))]
                : [],
        };

        JsonElement Either(string property) =>
            Find(properties, property) is { ValueKind: not JsonValueKind.Undefined } own ? own : Find(globals, property);

        int Number(string property, int otherwise) => Either(property) is { ValueKind: not JsonValueKind.Undefined } value
            ? int.Parse(intrinsics.Resolve(value), CultureInfo.InvariantCulture)
            : otherwise;
    }

    // Schedules and other events are read past: their functions are invoked by hand.
    private static bool IsEnabledQueue(JsonProperty source) =>
        source.Value.GetProperty("Type").GetString() == "SQS"
        && Find(source.Value, "Properties", "Enabled") is not { ValueKind: JsonValueKind.False };

    private static SqsEventSource ReadQueue(JsonElement properties, Intrinsics intrinsics)
    {
        var standard = new SqsEventSource(intrinsics.Resolve(properties.GetProperty("Queue")));
        return standard with
        {
            BatchSize = Number(standard.BatchSize, "BatchSize") ?? standard.BatchSize,
            BatchingWindow = TimeSpan.FromSeconds(Number(0, "MaximumBatchingWindowInSeconds") ?? 0),
            MaximumConcurrency = Number(null, "ScalingConfig", "MaximumConcurrency"),
            ReportsItemFailures = Find(properties, "FunctionResponseTypes") is { ValueKind: JsonValueKind.Array } types
                && types.EnumerateArray().Any(type => type.GetString() == "ReportBatchItemFailures"),
        };

        int? Number(int? otherwise, params string[] path) => Find(properties, path) is { ValueKind: not JsonValueKind.Undefined } value
            ? int.Parse(intrinsics.Resolve(value), CultureInfo.InvariantCulture)
            : otherwise;
    }

    private static JsonElement Find(JsonElement element, params string[] path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return default;
            }
        }

        return element;
    }
}
