using System.Net;
using Amazon.Runtime;

namespace Amazon.RDSDataService.Model;

public class DatabaseNotFoundException : AmazonRDSDataServiceException
{
    public DatabaseNotFoundException(string message)
        : base(message)
    {
    }

    public DatabaseNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public DatabaseNotFoundException(Exception innerException)
        : base(innerException)
    {
    }

    public DatabaseNotFoundException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public DatabaseNotFoundException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
