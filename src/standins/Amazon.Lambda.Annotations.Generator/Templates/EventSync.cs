using Amazon.Lambda.Annotations.Generator.Json;
using Amazon.Lambda.Annotations.Generator.Model;

namespace Amazon.Lambda.Annotations.Generator.Templates;

/// <summary>Writes a function's events and remembers in its metadata which of them, and which of their properties, are managed.</summary>
internal sealed class EventSync(TemplateDocument template, TemplateTarget target, FunctionModel function)
{
    private readonly Dictionary<string, List<string>> _written = [];
    private readonly List<string> _names = [];

    private string[] Metadata => ["Resources", function.ResourceName, "Metadata"];

    public void Apply()
    {
        foreach (var e in function.Events)
        {
            _names.Add(e.ResourceName);
            template.Set(e.Kind.SamType, [.. Event(e.ResourceName), "Type"]);
            foreach (var property in new EventProperties(template, target, function, e).All())
            {
                Write(e.ResourceName, property.Key, property.Value);
            }
        }

        RemoveGoneEvents();
        RemoveGoneProperties();
        Remember("SyncedEvents", _names.Count, JsonArray.Of(_names));
        Remember("SyncedEventProperties", _written.Count, _written.Aggregate(
            new JsonObject(), (map, pair) => map.With(pair.Key, JsonArray.Of(pair.Value))));
    }

    private void Write(string name, string path, JsonNode value)
    {
        // A source is taken out first: it may have been of another form (ARN, Ref, GetAtt).
        var source = path.Split('.')[0];
        if (source is "Queue" or "Bucket" or "Topic")
        {
            template.Remove([.. Event(name), "Properties", source]);
        }

        template.Set(value, Property(name, path));
        if (!_written.TryGetValue(name, out var paths))
        {
            _written.Add(name, paths = []);
        }

        paths.Add(path);
    }

    private void RemoveGoneEvents()
    {
        foreach (var name in template.Texts([.. Metadata, "SyncedEvents"]).Except(_names))
        {
            template.Remove(Event(name));
        }
    }

    private void RemoveGoneProperties()
    {
        foreach (var pair in _written)
        {
            foreach (var path in template.Texts([.. Metadata, "SyncedEventProperties", pair.Key]).Except(pair.Value))
            {
                // What was a plain value may now hold a written one: Queue, then Queue.Ref.
                if (!pair.Value.Any(present => present.StartsWith(path, StringComparison.Ordinal)))
                {
                    RemoveWithEmptyParents(pair.Key, path);
                }
            }
        }
    }

    private void RemoveWithEmptyParents(string name, string path)
    {
        template.Remove(Property(name, path));
        for (var dot = path.LastIndexOf('.'); dot > 0; dot = path.LastIndexOf('.', dot - 1))
        {
            var parent = Property(name, path.Substring(0, dot));
            if (template.Find(parent) is JsonObject { Keys.Count: 0 } or JsonLiteral { Text: "null" })
            {
                template.Remove(parent);
            }
        }
    }

    private void Remember(string key, int count, JsonNode value)
    {
        template.Remove([.. Metadata, key]);
        if (count > 0)
        {
            template.Set(value, [.. Metadata, key]);
        }
    }

    private string[] Event(string name) => ["Resources", function.ResourceName, "Properties", "Events", name];

    private string[] Property(string name, string path) => [.. Event(name), "Properties", .. path.Split('.')];
}
