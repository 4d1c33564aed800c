using Amazon.Lambda.Annotations.Generator.Json;
using Amazon.Lambda.Annotations.Generator.Model;

namespace Amazon.Lambda.Annotations.Generator.Templates;

/// <summary>The properties that an event attribute stands for, in the order in which they are written.</summary>
internal sealed class EventProperties(TemplateDocument template, TemplateTarget target, FunctionModel function, EventModel e)
{
    public IEnumerable<KeyValuePair<string, JsonNode>> All()
    {
        var all = e.Kind == EventKind.Sqs ? Sqs() : e.Kind == EventKind.S3 ? S3() : e.Kind == EventKind.Sns ? Sns() : Schedule();
        return all.OfType<KeyValuePair<string, JsonNode>>();
    }

    private IEnumerable<KeyValuePair<string, JsonNode>?> Sqs()
    {
        yield return Queue();
        yield return Number("BatchSize");
        yield return Flag("Enabled");
        if (e.Text("Filters") is { } filters)
        {
            yield return Pair("FilterCriteria.Filters", new JsonArray(filters.Split(';').Select(filter => new JsonObject().With("Pattern", filter.Trim()))));
        }

        if (function.ReturnType.Contains("Amazon.Lambda.SQSEvents.SQSBatchResponse"))
        {
            yield return Pair("FunctionResponseTypes", JsonArray.Of(["ReportBatchItemFailures"]));
        }

        yield return Number("MaximumBatchingWindowInSeconds");
        yield return Number("MaximumConcurrency", "ScalingConfig.MaximumConcurrency");
    }

    private IEnumerable<KeyValuePair<string, JsonNode>?> S3()
    {
        yield return Pair("Bucket.Ref", e.Source.Substring(1));
        var events = (e.Text("Events") ?? "s3:ObjectCreated:*").Split(';').Select(name => name.Trim()).Where(name => name.Length > 0);
        yield return Pair("Events", JsonArray.Of(events));
        var rules = new[] { Rule("prefix", "FilterPrefix"), Rule("suffix", "FilterSuffix") }.OfType<JsonNode>().ToList();
        if (rules.Count > 0)
        {
            yield return Pair("Filter.S3Key.Rules", new JsonArray(rules));
        }

        yield return Flag("Enabled");
    }

    private IEnumerable<KeyValuePair<string, JsonNode>?> Sns()
    {
        yield return IsReference ? Pair("Topic.Ref", e.Source.Substring(1)) : Pair("Topic", e.Source);
        yield return Text("FilterPolicy");
        yield return Flag("Enabled");
    }

    private IEnumerable<KeyValuePair<string, JsonNode>?> Schedule()
    {
        yield return Pair("Schedule", e.Source);
        yield return Text("Description");
        if (e.Text("Input") is { } input)
        {
            yield return Pair("Input", ProjectFiles.ReadInput(target.ProjectDirectory, input));
        }

        yield return Flag("Enabled");
    }

    private bool IsReference => e.Source.StartsWith("@", StringComparison.Ordinal);

    private KeyValuePair<string, JsonNode> Queue()
    {
        if (!IsReference)
        {
            return Pair("Queue", e.Source);
        }

        var name = e.Source.Substring(1);
        return template.Find("Parameters", name) is null ? Pair("Queue.Fn::GetAtt", JsonArray.Of([name, "Arn"])) : Pair("Queue.Ref", name);
    }

    private JsonObject? Rule(string name, string property) =>
        e.Text(property) is { } value ? new JsonObject().With("Name", name).With("Value", value) : null;

    private KeyValuePair<string, JsonNode>? Number(string property, string? path = null) =>
        e.Number(property) is { } value ? Pair(path ?? property, value) : null;

    private KeyValuePair<string, JsonNode>? Text(string property) => e.Text(property) is { } value ? Pair(property, value) : null;

    private KeyValuePair<string, JsonNode>? Flag(string property) => e.Flag(property) is { } value ? Pair(property, value) : null;

    private static KeyValuePair<string, JsonNode> Pair(string path, JsonNode value) => new(path, value);
}
