using System.Net;
using Amazon.Runtime;

namespace Amazon.RDSDataService.Model;

public class UnsupportedResultException : AmazonRDSDataServiceException
{
    public UnsupportedResultException(string message)
        : base(message)
    {
    }

    public UnsupportedResultException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public UnsupportedResultException(Exception innerException)
        : base(innerException)
    {
    }

    public UnsupportedResultException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public UnsupportedResultException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
