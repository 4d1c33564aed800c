namespace Amazon.Lambda.Annotations.Generator.Model;

internal sealed record ParameterModel(string Type, string Name, bool IsFromServices)
{
    public bool IsContext => Type == "Amazon.Lambda.Core.ILambdaContext";

    /// <summary>The name in the generated handler, where it cannot clash with a service's.</summary>
    public string HandlerName => IsContext ? "__context__" : $"__{Name}__";
}
