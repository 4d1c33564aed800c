using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace OrgLens.Local.Simulation.Api.Protocols;

/// <summary>restXml: the operation is a path, output is XML. Only operations without a body are simulated.</summary>
internal sealed class RestXmlProtocol : ApiProtocol
{
    private const string ContentType = "application/xml";

    public override string DeniedCode => "AccessDenied";

    public override string ThrottledCode => "SlowDown";

    public override string UnknownCallerCode => "InvalidAccessKeyId";

    public override Task<ApiRequest?> ReadAsync(HttpRequest request, ApiService service) => Task.FromResult(RestRoute.Find(request, service));

    public override ApiReply Write(ApiService service, ApiOperation operation, JsonObject answer) => new(
        StatusCodes.Status200OK,
        ContentType,
        XmlText.Write(operation.Root!, service.Namespace, xml => XmlText.WriteMembers(xml, answer, service, "member", operation.Root!)));

    public override ApiReply Write(ApiService service, ApiException error) => new(
        error.Status ?? StatusOf(error.Code),
        ContentType,
        // S3 has an envelope less than all others.
        XmlText.Write(service.SigningName == "s3" ? "Error" : "ErrorResponse", "", xml =>
        {
            if (service.SigningName != "s3")
            {
                xml.WriteStartElement("Error");
            }

            xml.WriteElementString("Code", error.Code);
            xml.WriteElementString("Message", error.Message);
            xml.WriteElementString("RequestId", Guid.NewGuid().ToString());
        }));

    protected override int StatusOf(string code) => code switch
    {
        "AccessDenied" or "InvalidAccessKeyId" => StatusCodes.Status403Forbidden,
        "SlowDown" => StatusCodes.Status503ServiceUnavailable,
        "NoSuchBucket" or "NoSuchBucketPolicy" => StatusCodes.Status404NotFound,
        _ => base.StatusOf(code),
    };
}
