using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Amazon.Lambda.Annotations.Generator.Model;

/// <summary>What the functions of one compilation have in common.</summary>
internal sealed record ProjectModel(
    string AssemblyName,
    bool IsConsole,
    bool HasSyntaxErrors,
    bool GeneratesMain,
    string? Runtime,
    string? Serializer,
    string AnnotationsVersion,
    EquatableList<string> References,
    string? FirstClassPath)
{
    public static ProjectModel From(Compilation compilation, CancellationToken cancellationToken)
    {
        var attributes = compilation.Assembly.GetAttributes();
        var properties = attributes
            .FirstOrDefault(a => a.AttributeClass?.ToDisplayString() == "Amazon.Lambda.Annotations.LambdaGlobalPropertiesAttribute")?.NamedArguments;
        return new ProjectModel(
            compilation.AssemblyName ?? string.Empty,
            compilation.Options.OutputKind == OutputKind.ConsoleApplication,
            compilation.SyntaxTrees.Any(tree => tree.GetDiagnostics(cancellationToken).Any(d => d.Severity == DiagnosticSeverity.Error)),
            Named("GenerateMain") is true,
            Named("Runtime") as string,
            FunctionModel.SerializerOf(attributes),
            compilation.ReferencedAssemblyNames.FirstOrDefault(name => name.Name == "Amazon.Lambda.Annotations")?.Version.ToString() ?? string.Empty,
            new EquatableList<string>(compilation.ReferencedAssemblyNames.Select(name => name.Name)
                .Where(name => name.StartsWith("Amazon.Lambda.", StringComparison.Ordinal))),
            compilation.SyntaxTrees
                .FirstOrDefault(tree => tree.GetRoot(cancellationToken).DescendantNodes().OfType<ClassDeclarationSyntax>().Any())?.FilePath);

        object? Named(string name) => properties?.FirstOrDefault(pair => pair.Key == name).Value.Value;
    }
}
