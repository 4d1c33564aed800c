using System.Net;
using Amazon.Runtime;

namespace Amazon.RDSDataService.Model;

public class ServiceUnavailableErrorException : AmazonRDSDataServiceException
{
    public ServiceUnavailableErrorException(string message)
        : base(message)
    {
    }

    public ServiceUnavailableErrorException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ServiceUnavailableErrorException(Exception innerException)
        : base(innerException)
    {
    }

    public ServiceUnavailableErrorException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public ServiceUnavailableErrorException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
