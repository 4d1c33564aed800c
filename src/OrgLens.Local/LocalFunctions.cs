namespace OrgLens.Local;

/// <summary>The functions to run.</summary>
/// <param name="Command">The published executable, with arguments if it needs any.</param>
/// <param name="TemplatePath">The template that describes the functions: <c>serverless.template</c>.</param>
public sealed record LocalFunctions(IReadOnlyList<string> Command, string TemplatePath);
