using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using OrgLens.Aws;

namespace OrgLens.Tests.Sender.Simulated;

/// <summary>An answer that can be taken apart: JSON or XML.</summary>
/// <param name="Operation">What was called.</param>
/// <param name="Json">The answer of a JSON protocol.</param>
/// <param name="Xml">The answer of an XML protocol.</param>
internal sealed record AnswerNode(AwsOperation Operation, JsonObject? Json, XElement? Xml)
{
    /// <summary>A copy of an answer.</summary>
    public static AnswerNode Of(AwsOperation operation, AwsValue value)
    {
        if (XmlOf(ref value) is { } xml)
        {
            return new AnswerNode(operation, null, new XElement(xml));
        }

        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text))
        {
            value.WriteTo(writer);
        }

        return new AnswerNode(operation, JsonNode.Parse(text.ToArray())!.AsObject(), null);
    }

    /// <summary>An answer without members.</summary>
    public static AnswerNode Empty(AwsOperation operation) =>
        operation.Service.Protocol is AwsProtocol.Query or AwsProtocol.Ec2 or AwsProtocol.RestXml
            ? new AnswerNode(operation, null, new XElement("Answer"))
            : new AnswerNode(operation, [], null);

    /// <summary>The answer as collectors read it.</summary>
    public AwsValue ToValue()
    {
        if (Xml is not null)
        {
            return new AwsValue(Operation, Xml);
        }

        using var document = JsonDocument.Parse(Json!.ToJsonString());
        return new AwsValue(Operation, document.RootElement.Clone());
    }

    /// <summary>The body that the answer came in, in a form that the client would read.</summary>
    public byte[] ToBody() => Encoding.UTF8.GetBytes(Json?.ToJsonString() ?? Operation.Service.Protocol switch
    {
        AwsProtocol.Query => new XElement(Named("Response"), new XElement(Xml!) { Name = Named("Result") }).ToString(),
        AwsProtocol.Ec2 => new XElement(Xml!) { Name = Named("Response") }.ToString(),
        _ => Xml!.ToString(),
    });

    /// <summary>Puts a text under a path, making what is missing on the way.</summary>
    public AnswerNode With(string path, string text)
    {
        var names = path.Split('.');
        if (Json is { } json)
        {
            foreach (var name in names[..^1])
            {
                json = json[name] as JsonObject ?? (JsonObject)(json[name] = new JsonObject());
            }

            json[names[^1]] = text is "true" ? true : text;
            return this;
        }

        var element = Xml!;
        foreach (var name in names)
        {
            var found = element.Elements().FirstOrDefault(child => child.Name.LocalName == name);
            if (found is null)
            {
                element.Add(found = new XElement(name));
            }

            element = found;
        }

        element.Value = text;
        return this;
    }

    private XName Named(string suffix) => Xml!.Name.Namespace + (Operation.Name + suffix);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_xml")]
    private static extern ref readonly XElement? XmlOf(ref AwsValue value);
}
