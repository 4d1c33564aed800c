using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Amazon.Lambda.Annotations.Generator.Model;

/// <summary>A method with [LambdaFunction].</summary>
internal sealed record FunctionModel(
    string Namespace,
    string Class,
    string Method,
    string Assembly,
    string ReturnType,
    ReturnShape Shape,
    EquatableList<ParameterModel> Parameters,
    EquatableList<EventModel> Events,
    EquatableList<KeyValuePair<string, object?>> Assigned,
    string? Serializer,
    SourceSpan Where)
{
    public string GeneratedClass => $"{Class}_{Method}_Generated";

    public string ResourceName => Text("ResourceName") ?? string.Concat($"{Namespace}.{GeneratedClass}".Where(char.IsLetterOrDigit));

    public bool IsImage => Assigned.FirstOrDefault(pair => pair.Key == "PackageType").Value is 1;

    public IEnumerable<ParameterModel> HandlerParameters => Parameters.Where(parameter => !parameter.IsFromServices);

    public static FunctionModel From(GeneratorAttributeSyntaxContext context)
    {
        var method = (IMethodSymbol)context.TargetSymbol;
        var attributes = method.GetAttributes();
        return new FunctionModel(
            method.ContainingNamespace.ToDisplayString(),
            method.ContainingType.Name,
            method.Name,
            method.ContainingAssembly.Name,
            method.ReturnType.ToDisplayString(),
            ShapeOf(method),
            new EquatableList<ParameterModel>(method.Parameters.Select(Parameter)),
            new EquatableList<EventModel>(attributes.Select(EventModel.From).OfType<EventModel>()),
            new EquatableList<KeyValuePair<string, object?>>(context.Attributes[0].NamedArguments
                .Select(argument => new KeyValuePair<string, object?>(argument.Key, argument.Value.Value))),
            SerializerOf(attributes),
            SourceSpan.Of((MethodDeclarationSyntax)context.TargetNode));
    }

    public static string? SerializerOf(IEnumerable<AttributeData> attributes)
    {
        var attribute = attributes.FirstOrDefault(a => a.AttributeClass?.ToDisplayString() == "Amazon.Lambda.Core.LambdaSerializerAttribute");
        return attribute?.ConstructorArguments.FirstOrDefault().Value?.ToString();
    }

    public string Handler(bool isExecutable) => isExecutable ? Assembly : $"{Assembly}::{Namespace}.{GeneratedClass}::{Method}";

    public string? Text(string property) => Assigned.FirstOrDefault(pair => pair.Key == property).Value as string;

    public uint Number(string property) => Assigned.FirstOrDefault(pair => pair.Key == property).Value as uint? ?? 0;

    private static ParameterModel Parameter(IParameterSymbol parameter) => new(
        parameter.Type.ToDisplayString(),
        parameter.Name,
        parameter.GetAttributes().Any(a => a.AttributeClass?.ToDisplayString() == "Amazon.Lambda.Annotations.FromServicesAttribute"));

    private static ReturnShape ShapeOf(IMethodSymbol method)
    {
        const string Task = "System.Threading.Tasks.Task";
        return method.ReturnsVoid ? ReturnShape.Nothing
            : method.ReturnType.ToDisplayString() == Task ? ReturnShape.Task
            : method.ReturnType.BaseType?.ToDisplayString() == Task ? ReturnShape.TaskOfValue
            : ReturnShape.Value;
    }
}
