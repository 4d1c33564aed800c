using OrgLens.Aws;

namespace OrgLens.Deployment;

/// <summary>A stack as it is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Status">CloudFormation's word for its state, for example <c>UPDATE_COMPLETE</c>.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Outputs">Its outputs.</param>
public sealed record StackFacts(string Name, string Status, IReadOnlyDictionary<string, string> Parameters, IReadOnlyDictionary<string, string> Outputs)
{
    /// <summary>Whether CloudFormation is still at work on it.</summary>
    public bool IsUnderWay => Status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal);

    /// <summary>Whether the last thing done to it succeeded.</summary>
    public bool IsWell => Status is "CREATE_COMPLETE" or "UPDATE_COMPLETE" or "IMPORT_COMPLETE";

    /// <summary>An output that it must have.</summary>
    /// <exception cref="DeploymentException">It has no such output.</exception>
    public string Output(string name) => Outputs.TryGetValue(name, out var value) && value.Length > 0
        ? value
        : throw new DeploymentException($"The stack {Name} has no output {name}: deploy this version of the hub first.");

    /// <summary>A parameter that it must have.</summary>
    /// <exception cref="DeploymentException">It has no such parameter.</exception>
    public string Parameter(string name) => Parameters.TryGetValue(name, out var value) && value.Length > 0
        ? value
        : throw new DeploymentException($"The stack {Name} has no parameter {name}: deploy this version of the hub first.");

    internal static StackFacts Of(AwsValue stack) => new(
        stack.Text("StackName")!,
        stack.Text("StackStatus")!,
        stack.List("Parameters").ToDictionary(each => each.Text("ParameterKey")!, each => each.Text("ParameterValue") ?? string.Empty, StringComparer.Ordinal),
        stack.List("Outputs").ToDictionary(each => each.Text("OutputKey")!, each => each.Text("OutputValue") ?? string.Empty, StringComparer.Ordinal));
}
