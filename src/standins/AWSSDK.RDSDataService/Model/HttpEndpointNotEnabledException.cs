using System.Net;
using Amazon.Runtime;

namespace Amazon.RDSDataService.Model;

public class HttpEndpointNotEnabledException : AmazonRDSDataServiceException
{
    public HttpEndpointNotEnabledException(string message)
        : base(message)
    {
    }

    public HttpEndpointNotEnabledException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public HttpEndpointNotEnabledException(Exception innerException)
        : base(innerException)
    {
    }

    public HttpEndpointNotEnabledException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public HttpEndpointNotEnabledException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
