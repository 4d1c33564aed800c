using System.Net;
using Amazon.Runtime;

namespace Amazon.RDSDataService.Model;

public class DatabaseResumingException : AmazonRDSDataServiceException
{
    public DatabaseResumingException(string message)
        : base(message)
    {
    }

    public DatabaseResumingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public DatabaseResumingException(Exception innerException)
        : base(innerException)
    {
    }

    public DatabaseResumingException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public DatabaseResumingException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
