using System.Net;
using Amazon.Runtime;

namespace Amazon.RDSDataService.Model;

public class DatabaseErrorException : AmazonRDSDataServiceException
{
    public DatabaseErrorException(string message)
        : base(message)
    {
    }

    public DatabaseErrorException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public DatabaseErrorException(Exception innerException)
        : base(innerException)
    {
    }

    public DatabaseErrorException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public DatabaseErrorException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
