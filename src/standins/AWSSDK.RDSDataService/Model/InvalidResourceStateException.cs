using System.Net;
using Amazon.Runtime;

namespace Amazon.RDSDataService.Model;

public class InvalidResourceStateException : AmazonRDSDataServiceException
{
    public InvalidResourceStateException(string message)
        : base(message)
    {
    }

    public InvalidResourceStateException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public InvalidResourceStateException(Exception innerException)
        : base(innerException)
    {
    }

    public InvalidResourceStateException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public InvalidResourceStateException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
