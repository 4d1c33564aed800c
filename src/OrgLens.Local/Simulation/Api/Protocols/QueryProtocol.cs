using System.Text.Json.Nodes;
using System.Xml;
using Microsoft.AspNetCore.Http;

namespace OrgLens.Local.Simulation.Api.Protocols;

/// <summary>awsQuery: input is a form, output is XML.</summary>
internal class QueryProtocol : ApiProtocol
{
    protected const string ContentType = "text/xml;charset=UTF-8";

    public override string DeniedCode => "AccessDenied";

    public override string ThrottledCode => "Throttling";

    public override string UnknownCallerCode => "InvalidClientTokenId";

    /// <summary>What the elements of a list are called unless the service says otherwise.</summary>
    protected virtual string UsualItem => "member";

    public override async Task<ApiRequest?> ReadAsync(HttpRequest request, ApiService service)
    {
        var input = QueryInput.Read(await BodyAsync(request));
        if ((string?)input["Version"] != service.Version)
        {
            return null;
        }

        var name = (string?)input["Action"];
        input.Remove("Action");
        input.Remove("Version");
        return service.Operations.FirstOrDefault(operation => operation.Name == name) is { } found ? new ApiRequest(found, input) : null;
    }

    public override ApiReply Write(ApiService service, ApiOperation operation, JsonObject answer) => new(
        StatusCodes.Status200OK,
        ContentType,
        XmlText.Write(operation.Name + "Response", service.Namespace, xml =>
        {
            xml.WriteStartElement(operation.Name + "Result");
            XmlText.WriteMembers(xml, answer, service, UsualItem);
            xml.WriteEndElement();
            xml.WriteStartElement("ResponseMetadata");
            WriteRequestId(xml, "RequestId");
            xml.WriteEndElement();
        }));

    public override ApiReply Write(ApiService service, ApiException error) => new(
        error.Status ?? StatusOf(error.Code),
        ContentType,
        XmlText.Write("ErrorResponse", service.Namespace, xml =>
        {
            xml.WriteStartElement("Error");
            xml.WriteElementString("Type", StatusOf(error.Code) >= StatusCodes.Status500InternalServerError ? "Receiver" : "Sender");
            xml.WriteElementString("Code", error.Code);
            xml.WriteElementString("Message", error.Message);
            xml.WriteEndElement();
            WriteRequestId(xml, "RequestId");
        }));

    protected static void WriteRequestId(XmlWriter xml, string name) => xml.WriteElementString(name, Guid.NewGuid().ToString());

    protected override int StatusOf(string code) => code switch
    {
        "AccessDenied" or "InvalidClientTokenId" => StatusCodes.Status403Forbidden,
        _ => base.StatusOf(code),
    };
}
