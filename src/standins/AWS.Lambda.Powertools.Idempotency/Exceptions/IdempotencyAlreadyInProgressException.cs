namespace AWS.Lambda.Powertools.Idempotency.Exceptions;

public class IdempotencyAlreadyInProgressException : Exception
{
    public IdempotencyAlreadyInProgressException()
    {
    }

    public IdempotencyAlreadyInProgressException(string message)
        : base(message)
    {
    }

    public IdempotencyAlreadyInProgressException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
