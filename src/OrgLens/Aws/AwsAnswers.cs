using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace OrgLens.Aws;

/// <summary>Reads the body of an answer.</summary>
internal static class AwsAnswers
{
    /// <summary>The output of an operation; null when the body is no answer of it, as a proxy's page or a cut-off one.</summary>
    public static AwsValue? Read(AwsOperation operation, byte[] body) => operation.Service.Protocol switch
    {
        AwsProtocol.Query or AwsProtocol.Ec2 or AwsProtocol.RestXml => ReadXml(operation, body),
        _ => ReadJson(operation, body),
    };

    private static AwsValue? ReadJson(AwsOperation operation, byte[] body)
    {
        try
        {
            var reader = new Utf8JsonReader(body.Length == 0 && operation.HasNoResult ? "{}"u8 : body);
            var value = JsonElement.ParseValue(ref reader);
            return value.ValueKind == JsonValueKind.Object && !reader.Read() ? new AwsValue(operation, value) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static AwsValue? ReadXml(AwsOperation operation, byte[] body)
    {
        XElement root;
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            root = XElement.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }

        var name = root.Name.LocalName;
        return operation.Service.Protocol == AwsProtocol.RestXml
            ? name.Equals("html", StringComparison.OrdinalIgnoreCase) ? null : new AwsValue(operation, root)
            : name != $"{operation.Name}Response" ? null
            : operation.Service.Protocol == AwsProtocol.Ec2 ? new AwsValue(operation, root)
            : root.Elements().FirstOrDefault(element => element.Name.LocalName == $"{operation.Name}Result") is { } result ? new AwsValue(operation, result)
            : operation.HasNoResult ? new AwsValue(operation, root)
            : null;
    }
}
