using Amazon.Lambda.Annotations.Generator.Json;
using Amazon.Lambda.Annotations.Generator.Model;

namespace Amazon.Lambda.Annotations.Generator.Templates;

/// <summary>Brings a template's functions in step with those of the project; everything written by hand stays.</summary>
internal sealed class TemplateSync(TemplateDocument template, TemplateTarget target)
{
    public const string Tool = "Amazon.Lambda.Annotations";
    private const string FunctionType = "AWS::Serverless::Function";

    public static string Apply(string content, IReadOnlyList<FunctionModel> functions, TemplateTarget target)
    {
        var template = new TemplateDocument(content.Length > 0
            ? JsonReader.ReadObject(content)
            : new JsonObject().With("AWSTemplateFormatVersion", "2010-09-09").With("Transform", "AWS::Serverless-2016-10-31"));
        TemplateDescription.Update(template, target.IsTelemetrySuppressed);
        new TemplateSync(template, target).Apply(functions);
        return JsonPrinter.Print(template.Root);
    }

    private void Apply(IReadOnlyList<FunctionModel> functions)
    {
        var managed = functions.Where(function => IsManaged(function.ResourceName)).ToList();
        foreach (var function in managed)
        {
            Write(function);
        }

        RemoveOrphans([.. managed.Select(function => function.ResourceName)]);
    }

    /// <summary>A resource without the marker belongs to whoever wrote it.</summary>
    private bool IsManaged(string resource) =>
        template.Find("Resources", resource) is null || template.Text("Resources", resource, "Metadata", "Tool") == Tool;

    private void Write(FunctionModel function)
    {
        var resource = function.ResourceName;
        if (template.Find("Resources", resource) is null)
        {
            template.Set(FunctionType, "Resources", resource, "Type");
            template.Set(Tool, "Resources", resource, "Metadata", "Tool");
            Set(target.Runtime, "Runtime");
            Set(string.Empty, "CodeUri");
            Set(512u, "MemorySize");
            Set(30u, "Timeout");
            Set(JsonArray.Of(["AWSLambdaBasicExecutionRole"]), "Policies");
        }

        if (function.Number("Timeout") is > 0 and var timeout)
        {
            Set(timeout, "Timeout");
        }

        if (function.Number("MemorySize") is > 0 and var memory)
        {
            Set(memory, "MemorySize");
        }

        WriteRights(function);
        WritePackage(function);
        new EventSync(template, target, function).Apply();

        void Set(JsonNode value, string property) => template.Set(value, "Resources", resource, "Properties", property);
    }

    private void WriteRights(FunctionModel function)
    {
        string[] role = ["Resources", function.ResourceName, "Properties", "Role"];
        string[] policies = ["Resources", function.ResourceName, "Properties", "Policies"];
        if (function.Text("Role") is { Length: > 0 } roleName)
        {
            WriteRole(roleName, role);
            template.Remove(policies);
        }

        if (function.Text("Policies") is { Length: > 0 } names)
        {
            template.Set(new JsonArray(names.Split(',').Select(name => ValueOrReference(name.Trim()))), policies);
            template.Remove(role);
        }
    }

    /// <summary>Only the reference's own key is set, so that one kind of reference joins another if the kind changes.</summary>
    private void WriteRole(string role, string[] path)
    {
        if (!role.StartsWith("@", StringComparison.Ordinal))
        {
            template.Set(role, path);
            return;
        }

        var name = role.Substring(1);
        if (template.Find("Parameters", name) is not null)
        {
            template.Set(name, [.. path, "Ref"]);
        }
        else
        {
            template.Set(JsonArray.Of([name, "Arn"]), [.. path, "Fn::GetAtt"]);
        }
    }

    private void WritePackage(FunctionModel function)
    {
        Set(function.IsImage ? "Image" : "Zip", "PackageType");
        var handler = function.Handler(target.IsExecutable);
        if (function.IsImage)
        {
            Set(target.CodeUri, "ImageUri");
            Set(JsonArray.Of([handler]), "ImageConfig", "Command");
            Remove("Handler", "CodeUri", "Runtime");
        }
        else
        {
            Set(target.CodeUri, "CodeUri");
            Set(handler, "Handler");
            Set(target.Runtime, "Runtime");
            Remove("ImageUri", "ImageConfig");
        }

        if (target.IsExecutable)
        {
            Set(function.Method, "Environment", "Variables", "ANNOTATIONS_HANDLER");
        }

        void Set(JsonNode value, params string[] path) => template.Set(value, ["Resources", function.ResourceName, "Properties", .. path]);

        void Remove(params string[] properties)
        {
            foreach (var property in properties)
            {
                template.Remove("Resources", function.ResourceName, "Properties", property);
            }
        }
    }

    /// <summary>Functions with the marker that this project no longer has.</summary>
    private void RemoveOrphans(HashSet<string> present)
    {
        var resources = (template.Find("Resources") as JsonObject)?.Keys.ToList() ?? [];
        foreach (var resource in resources.Where(name => !present.Contains(name)
            && template.Text("Resources", name, "Type") == FunctionType
            && template.Text("Resources", name, "Metadata", "Tool") == Tool))
        {
            template.Remove("Resources", resource);
        }
    }

    private static JsonNode ValueOrReference(string value) =>
        value.StartsWith("@", StringComparison.Ordinal) ? new JsonObject().With("Ref", value.Substring(1)) : value;
}
