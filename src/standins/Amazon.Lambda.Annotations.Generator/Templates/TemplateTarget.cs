namespace Amazon.Lambda.Annotations.Generator.Templates;

/// <summary>What all functions of a project share in the template.</summary>
internal sealed record TemplateTarget(string CodeUri, string Runtime, bool IsExecutable, bool IsTelemetrySuppressed, string ProjectDirectory);
