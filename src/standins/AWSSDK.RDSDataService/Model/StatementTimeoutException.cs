using System.Net;
using Amazon.Runtime;

namespace Amazon.RDSDataService.Model;

public class StatementTimeoutException : AmazonRDSDataServiceException
{
    public StatementTimeoutException(string message)
        : base(message)
    {
    }

    public StatementTimeoutException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public StatementTimeoutException(Exception innerException)
        : base(innerException)
    {
    }

    public StatementTimeoutException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public StatementTimeoutException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    public long? DbConnectionId { get; set; }
}
