using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;

namespace OrgLens.Local.Simulation.Api.Protocols;

/// <summary>Structures and lists as the XML of AWS: an element per member, and one per item inside a list's own.</summary>
internal static class XmlText
{
    private static readonly XmlWriterSettings s_settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    public static byte[] Write(string root, string space, Action<XmlWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, s_settings))
        {
            xml.WriteStartElement(root, space);
            write(xml);
            xml.WriteEndDocument();
        }

        return buffer.ToArray();
    }

    /// <summary>Writes the members of a structure.</summary>
    /// <param name="xml">Receives them.</param>
    /// <param name="structure">The structure.</param>
    /// <param name="service">Says what items of lists are called.</param>
    /// <param name="usualItem">What they are called otherwise.</param>
    /// <param name="owner">The element that holds the members: a list may be called alike in many structures.</param>
    public static void WriteMembers(XmlWriter xml, JsonObject structure, ApiService service, string usualItem, string owner = "")
    {
        foreach (var (name, value) in structure)
        {
            if (value is not null)
            {
                var item = service.ItemNames.GetValueOrDefault($"{owner}.{name}") ?? service.ItemNames.GetValueOrDefault(name, usualItem);
                WriteElement(xml, name, value, service, usualItem, item);
            }
        }
    }

    private static void WriteElement(XmlWriter xml, string name, JsonNode value, ApiService service, string usualItem, string item)
    {
        xml.WriteStartElement(name);
        switch (value)
        {
            case JsonObject structure:
                WriteMembers(xml, structure, service, usualItem, name);
                break;
            case JsonArray list:
                foreach (var element in list)
                {
                    WriteElement(xml, item, element!, service, usualItem, usualItem);
                }

                break;
            default:
                xml.WriteString(value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString());
                break;
        }

        xml.WriteEndElement();
    }
}
