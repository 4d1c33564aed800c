using System.Net;
using Amazon.Runtime;

namespace Amazon.RDSDataService.Model;

public class InvalidSecretException : AmazonRDSDataServiceException
{
    public InvalidSecretException(string message)
        : base(message)
    {
    }

    public InvalidSecretException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public InvalidSecretException(Exception innerException)
        : base(innerException)
    {
    }

    public InvalidSecretException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public InvalidSecretException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
