using System.Net;
using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

public class PreconditionNotMetException : AmazonSecretsManagerException
{
    public PreconditionNotMetException(string message)
        : base(message)
    {
    }

    public PreconditionNotMetException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public PreconditionNotMetException(Exception innerException)
        : base(innerException)
    {
    }

    public PreconditionNotMetException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public PreconditionNotMetException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
