namespace Amazon.Lambda.Annotations.Generator.Templates;

/// <summary>The sentence at the end of a template's description that names the generator.</summary>
internal static class TemplateDescription
{
    private const string Start = "This template is partially managed by Amazon.Lambda.Annotations";
    private const string End = ").";

    /// <summary>The longest description that CloudFormation accepts.</summary>
    private const int Longest = 1024;

    private static readonly string _sentence = $"{Start} (v{typeof(TemplateDescription).Assembly.GetName().Version}).";

    public static void Update(TemplateDocument template, bool isSuppressed)
    {
        var description = template.Text("Description");
        var present = Present(description);
        if (isSuppressed)
        {
            if (present.Length > 0)
            {
                template.Set(description.Replace(present, string.Empty), "Description");
            }

            return;
        }

        var updated = present.Length > 0 ? description.Replace(present, _sentence)
            : description.Length > 0 ? $"{description} {_sentence}"
            : _sentence;
        if (updated.Length <= Longest)
        {
            template.Set(updated, "Description");
        }
    }

    private static string Present(string description)
    {
        var start = description.IndexOf(Start, StringComparison.Ordinal);
        var end = start < 0 ? -1 : description.IndexOf(End, start, StringComparison.Ordinal);
        return end < 0 ? string.Empty : description.Substring(start, end + End.Length - start);
    }
}
