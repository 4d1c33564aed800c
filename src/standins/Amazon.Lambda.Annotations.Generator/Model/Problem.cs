using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.Generator.Model;

internal sealed record Problem(DiagnosticDescriptor Rule, SourceSpan? Where, string Argument = "", string SecondArgument = "")
{
    public Diagnostic ToDiagnostic() => Diagnostic.Create(Rule, Where?.ToLocation() ?? Location.None, Argument, SecondArgument);
}
