namespace AWS.Lambda.Powertools.Idempotency.Exceptions;

public class IdempotencyKeyException : Exception
{
    public IdempotencyKeyException()
    {
    }

    public IdempotencyKeyException(string message)
        : base(message)
    {
    }

    public IdempotencyKeyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
