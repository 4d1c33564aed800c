using System.Net;
using Amazon.Runtime;

namespace Amazon.RDSDataService.Model;

public class SecretsErrorException : AmazonRDSDataServiceException
{
    public SecretsErrorException(string message)
        : base(message)
    {
    }

    public SecretsErrorException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public SecretsErrorException(Exception innerException)
        : base(innerException)
    {
    }

    public SecretsErrorException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public SecretsErrorException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
