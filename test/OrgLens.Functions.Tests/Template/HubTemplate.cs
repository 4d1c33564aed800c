using System.Reflection;
using System.Text.Json.Nodes;
using Amazon.Lambda.Annotations;
using OrgLens.Functions.Tests.Hub;

namespace OrgLens.Functions.Tests.Template;

/// <summary>The template, and the handlers that it should describe.</summary>
internal static class HubTemplate
{
    private const string FunctionType = "AWS::Serverless::Function";

    private static readonly JsonNode s_template = JsonNode.Parse(File.ReadAllText(Repository.Template))!;

    public static JsonObject Resources { get; } = s_template[nameof(Resources)]!.AsObject();

    public static JsonObject Parameters { get; } = s_template[nameof(Parameters)]!.AsObject();

    public static JsonObject FunctionGlobals { get; } = s_template["Globals"]!["Function"]!.AsObject();

    /// <summary>Properties of each function by logical id.</summary>
    public static IReadOnlyDictionary<string, JsonNode> Functions { get; } = Resources
        .Where(resource => (string?)resource.Value!["Type"] == FunctionType)
        .ToDictionary(resource => resource.Key, resource => resource.Value!["Properties"]!);

    /// <summary>Every annotated method.</summary>
    public static IReadOnlyList<(MethodInfo Method, LambdaFunctionAttribute Function)> Handlers { get; } =
    [
        .. from type in typeof(Startup).Assembly.GetExportedTypes()
           from method in type.GetMethods()
           let function = method.GetCustomAttribute<LambdaFunctionAttribute>()
           where function is not null
           select (method, function),
    ];

    /// <summary>Statements of the role of a function.</summary>
    public static IReadOnlyList<JsonNode> StatementsOf(string function)
    {
        var role = (string)Functions[function]["Role"]!["Fn::GetAtt"]![0]!;
        return
        [
            .. Resources[role]!["Properties"]!["Policies"]!.AsArray()
                .SelectMany(policy => policy!["PolicyDocument"]!["Statement"]!.AsArray())
                // A statement that stands under a condition, as long as it holds.
                .Select(each => each!["Fn::If"]?[1] ?? each!),
        ];
    }

    /// <summary>Actions of a statement, which may be one or a list.</summary>
    public static IReadOnlyList<string> ActionsOf(JsonNode statement) =>
        statement["Action"] is JsonArray actions ? [.. actions.Select(action => (string)action!)] : [(string)statement["Action"]!];
}
