using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace OrgLens.Local.Simulation.Api.Protocols;

/// <summary>ec2Query: awsQuery with another envelope and error codes of its own.</summary>
internal sealed class Ec2Protocol : QueryProtocol
{
    public override string DeniedCode => "UnauthorizedOperation";

    public override string ThrottledCode => "RequestLimitExceeded";

    public override string UnknownCallerCode => "AuthFailure";

    protected override string UsualItem => "item";

    public override ApiReply Write(ApiService service, ApiOperation operation, JsonObject answer) => new(
        StatusCodes.Status200OK,
        ContentType,
        XmlText.Write(operation.Name + "Response", service.Namespace, xml =>
        {
            WriteRequestId(xml, "requestId");
            XmlText.WriteMembers(xml, answer, service, UsualItem);
        }));

    public override ApiReply Write(ApiService service, ApiException error) => new(
        error.Status ?? StatusOf(error.Code),
        ContentType,
        XmlText.Write("Response", "", xml =>
        {
            xml.WriteStartElement("Errors");
            xml.WriteStartElement("Error");
            xml.WriteElementString("Code", error.Code);
            xml.WriteElementString("Message", error.Message);
            xml.WriteEndElement();
            xml.WriteEndElement();
            WriteRequestId(xml, "RequestID");
        }));

    protected override int StatusOf(string code) => code switch
    {
        "UnauthorizedOperation" => StatusCodes.Status403Forbidden,
        "AuthFailure" => StatusCodes.Status401Unauthorized,
        "RequestLimitExceeded" => StatusCodes.Status503ServiceUnavailable,
        _ => base.StatusOf(code),
    };
}
