using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Amazon.Lambda.Annotations.Generator.Model;

/// <summary>A class with [LambdaStartup].</summary>
internal sealed record StartupModel(string Type, bool HasConfigureServices, bool HasConfigureHostBuilder, SourceSpan Where)
{
    public bool IsUsed => HasConfigureServices || HasConfigureHostBuilder;

    public static StartupModel From(GeneratorAttributeSyntaxContext context)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        return new StartupModel(
            type.ToDisplayString(),
            type.GetMembers("ConfigureServices").OfType<IMethodSymbol>().Any(TakesServices),
            type.GetMembers("ConfigureHostBuilder").OfType<IMethodSymbol>().Any(),
            SourceSpan.Of((ClassDeclarationSyntax)context.TargetNode));
    }

    private static bool TakesServices(IMethodSymbol method) =>
        method.Parameters.Length == 1
        && method.Parameters[0].Type.ToDisplayString() == "Microsoft.Extensions.DependencyInjection.IServiceCollection";
}
