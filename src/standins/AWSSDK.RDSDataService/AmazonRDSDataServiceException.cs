using System.Net;
using Amazon.Runtime;

namespace Amazon.RDSDataService;

public class AmazonRDSDataServiceException : AmazonServiceException
{
    public AmazonRDSDataServiceException(string message)
        : base(message)
    {
    }

    public AmazonRDSDataServiceException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public AmazonRDSDataServiceException(Exception innerException)
        : base(innerException)
    {
    }

    public AmazonRDSDataServiceException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public AmazonRDSDataServiceException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
