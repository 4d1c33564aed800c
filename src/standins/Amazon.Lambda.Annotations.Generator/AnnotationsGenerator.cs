using System.Collections.Immutable;
using Amazon.Lambda.Annotations.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Amazon.Lambda.Annotations.Generator;

/// <summary>Writes the handlers, the Main and the template of the annotated functions.</summary>
[Generator]
public sealed class AnnotationsGenerator : IIncrementalGenerator
{
    private const string FunctionAttribute = "Amazon.Lambda.Annotations.LambdaFunctionAttribute";
    private const string StartupAttribute = "Amazon.Lambda.Annotations.LambdaStartupAttribute";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var functions = context.SyntaxProvider.ForAttributeWithMetadataName(
            FunctionAttribute, (node, _) => node is MethodDeclarationSyntax, (match, _) => FunctionModel.From(match)).Collect();
        var startups = context.SyntaxProvider.ForAttributeWithMetadataName(
            StartupAttribute, (node, _) => node is ClassDeclarationSyntax, (match, _) => StartupModel.From(match)).Collect();
        var mains = context.SyntaxProvider.CreateSyntaxProvider(
            (node, _) => node is MethodDeclarationSyntax { Identifier.ValueText: "Main", ParameterList.Parameters.Count: <= 1 },
            (match, _) => MainNamespace(match)).Where(name => name is not null).Collect();
        var project = context.CompilationProvider.Select(ProjectModel.From);
        var framework = context.AnalyzerConfigOptionsProvider.Select((options, _) =>
            options.GlobalOptions.TryGetValue("build_property.TargetFramework", out var name) ? name : string.Empty);
        var everything = functions.Combine(startups).Combine(mains).Combine(project).Combine(framework).Combine(OrphanEvents(context));
        context.RegisterSourceOutput(everything, (output, all) =>
        {
            var (((((found, starts), mainNamespaces), shared), targetFramework), orphans) = all;
            Report(output, orphans);
            new Generation(output, found, starts, mainNamespaces.Contains(shared.AssemblyName), shared, targetFramework, orphans.Length > 0).Run();
        });
    }

    internal static void Report(SourceProductionContext output, IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
        {
            output.ReportDiagnostic(problem.ToDiagnostic());
        }
    }

    /// <summary>Event attributes on methods that are no functions.</summary>
    private static IncrementalValueProvider<ImmutableArray<Problem>> OrphanEvents(IncrementalGeneratorInitializationContext context) => EventKind.All
        .Select(kind => context.SyntaxProvider
            .ForAttributeWithMetadataName(kind.Attribute, (node, _) => node is MethodDeclarationSyntax, (match, _) => OrphanEvent(match, kind))
            .SelectMany((problem, _) => problem is null ? ImmutableArray<Problem>.Empty : [problem])
            .Collect())
        .Aggregate((all, one) => all.Combine(one).Select((pair, _) => pair.Left.AddRange(pair.Right)));

    private static Problem? OrphanEvent(GeneratorAttributeSyntaxContext match, EventKind kind) =>
        match.TargetSymbol.GetAttributes().Any(a => a.AttributeClass?.ToDisplayString() == FunctionAttribute)
            ? null
            : new Problem(Rules.MissingLambdaFunction, SourceSpan.Of(match.TargetNode), kind.Name);

    private static string? MainNamespace(GeneratorSyntaxContext match) =>
        match.SemanticModel.GetDeclaredSymbol(match.Node) is IMethodSymbol { IsStatic: true } main ? main.ContainingNamespace.Name : null;
}
