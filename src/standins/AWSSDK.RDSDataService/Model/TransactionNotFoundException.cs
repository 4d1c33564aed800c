using System.Net;
using Amazon.Runtime;

namespace Amazon.RDSDataService.Model;

public class TransactionNotFoundException : AmazonRDSDataServiceException
{
    public TransactionNotFoundException(string message)
        : base(message)
    {
    }

    public TransactionNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public TransactionNotFoundException(Exception innerException)
        : base(innerException)
    {
    }

    public TransactionNotFoundException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public TransactionNotFoundException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
