using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.Generator.Model;

/// <summary>One event attribute; only what was assigned in source is written to the template.</summary>
internal sealed record EventModel(EventKind Kind, string Source, EquatableList<KeyValuePair<string, object?>> Assigned)
{
    /// <summary>The name of the event under the function's Events.</summary>
    public string ResourceName => Text("ResourceName") ?? DefaultName();

    public static EventModel? From(AttributeData attribute)
    {
        var kind = EventKind.Of(attribute);
        if (kind is null)
        {
            return null;
        }

        var source = attribute.ConstructorArguments.Length > 0 ? attribute.ConstructorArguments[0].Value as string : null;
        var assigned = attribute.NamedArguments.Select(argument => new KeyValuePair<string, object?>(argument.Key, argument.Value.Value));
        return new EventModel(kind, source ?? string.Empty, new EquatableList<KeyValuePair<string, object?>>(assigned));
    }

    public string? Text(string property) => Value(property) as string;

    public uint? Number(string property) => Value(property) as uint?;

    public bool? Flag(string property) => Value(property) as bool?;

    private object? Value(string property) => Assigned.FirstOrDefault(pair => pair.Key == property).Value;

    private string DefaultName()
    {
        if (Kind == EventKind.Schedule)
        {
            return LettersAndDigits(Source) is { Length: > 0 } name ? name : "ScheduleEvent";
        }

        if (Source.StartsWith("@", StringComparison.Ordinal))
        {
            return Source.Substring(1);
        }

        var arn = Source.Split([':'], 6);
        return arn.Length == 6 ? LettersAndDigits(arn[5]) : Source;
    }

    private static string LettersAndDigits(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
