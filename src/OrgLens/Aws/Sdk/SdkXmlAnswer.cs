using System.Net;
using System.Xml;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace OrgLens.Aws.Sdk;

internal sealed class SdkXmlAnswer : XmlResponseUnmarshaller
{
    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input)
    {
        using var body = new MemoryStream();
        input.Stream.CopyTo(body);
        return new SdkResponse { Body = body.ToArray() };
    }

    public override AmazonServiceException UnmarshallException(XmlUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var error = Read(input);
        return new AmazonServiceException(error.Message, innerException, error.Type, error.Code, error.RequestId, statusCode);
    }

    private static ErrorResponse Read(XmlUnmarshallerContext input)
    {
        try
        {
            return XmlErrorResponseUnmarshaller.GetInstance().Unmarshall(input);
        }
        catch (XmlException)
        {
            // A proxy's page, or nothing: an error without a code.
            return new ErrorResponse();
        }
    }
}
